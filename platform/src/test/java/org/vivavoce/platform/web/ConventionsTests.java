package org.vivavoce.platform.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ConventionsTests {

	@Test
	void aCursorComesBackAsItWent() {
		assertThat(Cursor.decode(Cursor.encode(List.of("c-1", 72.5, -1)), String.class, Number.class, Number.class))
			.containsExactly("c-1", 72.5, -1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?", "W10", "bnVsbA", "WzFd", "WzEsbnVsbF0", "e30", "ä", "WzEsW11d" })
	void aCursorThatIsNotOursIsRefused(String cursor) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> Cursor.decode(cursor, String.class, Number.class))
			.satisfies((problem) -> assertThat(problem.type()).isEqualTo(ProblemTypes.MALFORMED));
	}

	@Test
	void aPageKnowsWhetherThereIsANextOne() {
		assertThat(Page.of(List.of(1, 2, 3), 2, (row) -> row, String::valueOf))
			.isEqualTo(new Page<>(List.of(1, 2), "2"));
		assertThat(Page.of(List.of(1, 2), 2, (row) -> row, String::valueOf)).isEqualTo(new Page<>(List.of(1, 2), null));
	}

	@Test
	void aLimitIsFrom1To200() {
		assertThat(Limits.parse(null)).isEqualTo(50);
		assertThat(Limits.parse(1)).isEqualTo(1);
		assertThat(Limits.parse(200)).isEqualTo(200);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Limits.parse(0));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Limits.parse(201));
	}

	@Test
	void aWriteWithoutConditionPasses() {
		assertThatNoException().isThrownBy(() -> IfMatch.require(null, null));
		assertThatNoException().isThrownBy(() -> IfMatch.requireNew(null, "\"1\""));
	}

	@Test
	void aMatchingTagPasses() {
		assertThatNoException().isThrownBy(() -> IfMatch.require("\"1\"", "\"1\""));
		assertThatNoException().isThrownBy(() -> IfMatch.require("\"0\", \"1\"", "\"1\""));
		assertThatNoException().isThrownBy(() -> IfMatch.require("*", "\"1\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"2\"", "1", "W/\"1\"", "" })
	void aTagThatDoesNotMatchIsStale(String header) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> IfMatch.require(header, "\"1\""))
			.satisfies((problem) -> assertThat(problem.type()).isEqualTo(ProblemTypes.STALE));
	}

	@Test
	void nothingMatchesWhatIsNotThereYet() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> IfMatch.require("*", null));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> IfMatch.requireNew("*", "\"1\""));
		assertThatNoException().isThrownBy(() -> IfMatch.requireNew("*", null));
	}

	@Test
	void tagsAreQuotedAndUnambiguous() {
		assertThat(Etags.of("c_1", 12)).isEqualTo("\"c_1-12\"");
		assertThat(Etags.of("O'Brien", 12)).matches("\"~[0-9a-f]{32}-12\"");
		assertThat(Etags.of("~c_1")).isNotEqualTo(Etags.of("c_1"));
		assertThat(Etags.of("😀".repeat(256)).length()).isLessThan(100);
		assertThat(Etags.of("a", "b")).isNotEqualTo(Etags.of("a-b"));
		assertThat(Etags.of("a\"b")).doesNotContain("a\"b");
	}

}
