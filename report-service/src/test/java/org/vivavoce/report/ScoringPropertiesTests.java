package org.vivavoce.report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import org.vivavoce.report.scorecard.ScoringRules;

import static org.assertj.core.api.Assertions.assertThat;

class ScoringPropertiesTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withUserConfiguration(Configuration.class);

	@EnableConfigurationProperties(ScoringProperties.class)
	static class Configuration {

	}

	@Test
	void theDefaultsAreThoseOfTheContract() {
		this.context.run((started) -> assertThat(started.getBean(ScoringProperties.class).rules())
			.isEqualTo(ScoringRules.DEFAULTS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "weights.at-level=-1", "weights.two-above=101", "stretch-mean=4.1", "stretch-mean=0.9",
			"decline-below=-1", "advance-from=101", "advance-from=49", "decline-red-flags=0", "advance-red-flags=3" })
	void whatMakesNoSenseDoesNotStart(String setting) {
		this.context.withPropertyValues("vivavoce.scoring." + setting)
			.run((started) -> assertThat(started).hasFailed());
	}

	@Test
	void everyRuleCanBeSet() {
		this.context
			.withPropertyValues("vivavoce.scoring.weights.one-below=0.3", "vivavoce.scoring.decline-below=40",
					"vivavoce.scoring.advance-red-flags=0")
			.run((started) -> assertThat(started.getBean(ScoringProperties.class).rules())
				.returns(new java.math.BigDecimal("0.3"), ScoringRules::oneBelow)
				.returns(new java.math.BigDecimal("40"), ScoringRules::declineBelow)
				.returns(0, ScoringRules::advanceRedFlags));
	}

}
