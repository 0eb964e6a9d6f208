package org.vivavoce.contracts;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JsonNamesTests {

	static Stream<Enum<?>> constants() {
		return Stream
			.<Enum<?>[]>of(Level.values(), Overall.values(), InterviewOutcome.values(), ScorecardOutcome.values())
			.flatMap(Stream::of);
	}

	@ParameterizedTest
	@MethodSource("constants")
	void constantsAreCalledAsInTheEvents(Enum<?> constant) {
		assertThat(JsonMapper.shared().writeValueAsString(constant)).isEqualTo('"' + JsonNames.of(constant) + '"');
	}

	@Test
	void constantsAreFoundByThatName() {
		assertThat(JsonNames.find(Overall.class, "strong-yes")).hasValue(Overall.STRONG_YES);
		assertThat(JsonNames.find(Overall.class, "STRONG_YES")).isEmpty();
	}

}
