package org.vivavoce.report.deadletter.page;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LinesTests {

	@Test
	void theFieldAtFaultIsMarked() {
		assertThat(lines("{\"a\": 1, \"b\": {\"c\": 2}}", "/b")).filteredOn(Line::faulty)
			.extracting(Line::text)
			.containsExactly("  \"b\": {", "    \"c\": 2", "  }");
	}

	@Test
	void aFieldThatIsMissingIsShownWhereItShouldBe() {
		assertThat(lines("{\"a\": {}}", "/a/b")).extracting(Line::text)
			.containsExactly("{", "  \"a\": {", "    \"b\": (missing)", "  }", "}");
		assertThat(lines("{}", "/a")).filteredOn(Line::absent).hasSize(1);
	}

	@Test
	void anElementAtFaultOpensItsList() {
		assertThat(lines("{\"a\": [1, 2]}", "/a/1")).filteredOn(Line::faulty)
			.extracting(Line::text)
			.containsExactly("    2");
		assertThat(lines("{\"a\": [1, 2]}", "")).extracting(Line::text).contains("  \"a\": [1, 2]");
	}

	@Test
	void muchIsCutAndControlCharactersAreShown() {
		assertThat(Lines.of("x\n".repeat(5_000))).hasSize(1_001);
		assertThat(Lines.of("y".repeat(10_000)).getFirst().text()).hasSize(4_001);
		assertThat(Lines.of("a\u0000b").getFirst().text()).isEqualTo("a\u2400b");
		assertThat(lines("[" + "{\"a\": 1},".repeat(5_000) + "{}]", "")).hasSize(1_001);
	}

	private static List<Line> lines(String json, String pointer) {
		return Lines.of(JsonMapper.shared().readTree(json), pointer);
	}

}
