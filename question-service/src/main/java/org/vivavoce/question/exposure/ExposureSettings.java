package org.vivavoce.question.exposure;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a question counts as worn out.
 *
 * @param window how far back servings count, 1 to 3650 days
 * @param leakedAfter how many servings within the window make a question probably leaked,
 * 1 to 1,000,000
 */
@Validated
@ConfigurationProperties("vivavoce.exposure")
public record ExposureSettings(@DefaultValue("90d") @DurationMin(days = 1) @DurationMax(days = 3650) Duration window,
		@DefaultValue("30") @Min(1) @Max(1_000_000) int leakedAfter) {

	ExposureLimits limits() {
		return new ExposureLimits(this.window, this.leakedAfter);
	}

}
