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
	@ValueSource(strings = { "9080", "-p", "--verbose", "vivavoce.port=9080" })
	void whatIsNoSettingIsRefusedByName(String argument) {
		assertThatThrownBy(() -> Arguments.of("--vivavoce.port=9080", argument)).isInstanceOf(StandaloneException.class)
			.hasMessageContaining("'" + argument + "'");
	}

	@Test
	void aWordThatIsNoSettingIsTakenForACommand() {
		assertThatThrownBy(() -> Arguments.of("question-set", "list")).isInstanceOf(StandaloneException.class)
			.hasMessageContaining("'question-set' is no command", "question-sets");
	}

	@Test
	void whatStandaloneDecidesItselfIsRefused() {
		assertThatThrownBy(() -> Arguments.of("--spring.mongodb.uri=mongodb://other/x"))
			.isInstanceOf(StandaloneException.class)
			.hasMessageStartingWith("spring.mongodb.uri ");
	}

}
