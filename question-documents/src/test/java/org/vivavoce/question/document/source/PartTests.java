package org.vivavoce.question.document.source;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PartTests {

	@ParameterizedTest
	@CsvSource({ "Question, PROMPT", "strong_answer, STRONG_ANSWER", "Green flag, STRONG_ANSWER",
			"What to look for, STRONG_ANSWER", "Red Flags, RED_FLAG", "redFlag, RED_FLAG", "Weak answer, RED_FLAG",
			"Great Response, STRONG_ANSWER", "What a good answer sounds like, STRONG_ANSWER", "Poor response, RED_FLAG",
			"Red flags to watch for, RED_FLAG", "listen for, KEY_POINTS", "Seniority, LEVEL" })
	void isFoundByTheNamesThatPeopleGiveIt(String name, Part part) {
		assertThat(Part.of(name)).contains(part);
	}

	@ParameterizedTest
	@CsvSource({ "mood", "strongly", "''" })
	void otherNamesAreNone(String name) {
		assertThat(Part.of(name)).isEmpty();
	}

}
