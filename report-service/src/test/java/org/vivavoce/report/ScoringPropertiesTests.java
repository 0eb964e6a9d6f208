package org.vivavoce.report;

import java.math.BigDecimal;
import java.util.Map;

import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

import org.vivavoce.report.scorecard.ScoringRules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScoringPropertiesTests {

	@Test
	void theDefaultsAreThoseOfTheContract() {
		assertThat(bind(Map.of())).isEqualTo(ScoringRules.DEFAULTS);
	}

	@ParameterizedTest
	@CsvSource({ "weights.at-level, -1", "weights.two-above, 101", "stretch-mean, 4.1", "stretch-mean, 0.9",
			"decline-below, -1", "advance-from, 101", "advance-from, 49", "decline-red-flags, 0",
			"advance-red-flags, 3" })
	void whatMakesNoSenseIsRefused(String setting, String value) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of(setting, value)));
	}

	@Test
	void everyRuleCanBeSet() {
		assertThat(bind(Map.of("weights.one-below", "0.3", "decline-below", "40", "advance-red-flags", "0")))
			.returns(new BigDecimal("0.3"), ScoringRules::oneBelow)
			.returns(new BigDecimal("40"), ScoringRules::declineBelow)
			.returns(0, ScoringRules::advanceRedFlags);
	}

	private static ScoringRules bind(Map<String, String> settings) {
		MapConfigurationPropertySource source = new MapConfigurationPropertySource();
		settings.forEach((name, value) -> source.put("vivavoce.scoring." + name, value));
		try (var validation = Validation.buildDefaultValidatorFactory()) {
			return new Binder(source)
				.bindOrCreate("vivavoce.scoring", Bindable.of(ScoringProperties.class),
						new ValidationBindHandler(new SpringValidatorAdapter(validation.getValidator())))
				.rules();
		}
	}

}
