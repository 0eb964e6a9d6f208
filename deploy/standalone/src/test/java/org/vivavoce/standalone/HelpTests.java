package org.vivavoce.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTests {

	private static final Pattern ROW = Pattern.compile("\\| `(vivavoce[^`]+)` \\| `[^`]+` \\| `([^`]+)` \\|");

	@ParameterizedTest
	@ValueSource(strings = { "-h", "--help", "help" })
	void isGivenToWhoeverAsks(String argument) {
		assertThat(Help.wanted("--vivavoce.port=9080", argument)).isTrue();
		assertThat(Help.wanted("--vivavoce.port=9080")).isFalse();
	}

	@Test
	void namesEachSettingOfStandaloneWithTheDefaultOfTheTable() throws IOException {
		String table = Files.readString(Path.of("../../docs/settings.md")).split("## standalone")[1];
		List<MatchResult> rows = ROW.matcher(table).results().toList();
		assertThat(rows).hasSize(7)
			.allSatisfy((row) -> assertThat(Help.TEXT).containsPattern(Pattern.quote("--" + row.group(1)) + "=[A-Z]+ .*"
					+ Pattern.quote(row.group(2)) + " when left out"));
		assertThat(Help.TEXT.lines()).allMatch((line) -> line.length() <= 90);
	}

}
