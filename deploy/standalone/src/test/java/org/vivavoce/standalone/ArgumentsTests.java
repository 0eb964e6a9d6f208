package org.vivavoce.standalone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArgumentsTests {

	@Test
	void servicesGetTheirSettingsAndNotThoseOfStandalone() {
		Arguments arguments = Arguments.of("--vivavoce.port=9080", "--vivavoce.outbox.sweep-interval=1s");
		assertThat(arguments.with("--server.port=1")).containsExactly("--vivavoce.outbox.sweep-interval=1s",
				"--server.port=1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-p", "--verbose", "vivavoce.port=9080" })
	void whatIsNoSettingIsRefusedByName(String argument) {
		assertThatThrownBy(() -> Arguments.of("--vivavoce.port=9080", argument)).isInstanceOf(StandaloneException.class)
			.hasMessageContaining("'" + argument + "' is not a setting");
	}

	@Test
	void aWordThatIsNoSettingIsTakenForACommand() {
		assertThatThrownBy(() -> Arguments.of("question-set", "list")).isInstanceOf(StandaloneException.class)
			.hasMessageContainingAll("'question-set' is no command", "question-sets", "--help");
	}

	@Test
	void aCommandBehindSettingsIsToldToComeFirst() {
		assertThatThrownBy(() -> Arguments.of("--vivavoce.port=9080", "question-sets", "list"))
			.isInstanceOf(StandaloneException.class)
			.hasMessageStartingWith("question-sets has to come first");
	}

	@Test
	void whatStandaloneDecidesItselfIsRefused() {
		assertThatThrownBy(() -> Arguments.of("--spring.mongodb.uri=mongodb://other/x"))
			.isInstanceOf(StandaloneException.class)
			.hasMessageStartingWith("spring.mongodb.uri ");
	}

}
