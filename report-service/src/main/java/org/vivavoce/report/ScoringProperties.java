package org.vivavoce.report;

import java.math.BigDecimal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import org.vivavoce.report.scorecard.ScoringRules;

/**
 * How ratings become figures. The defaults are those of the published contract.
 *
 * @param weights of an answer, by the distance of its level from the target level
 * @param stretchMean a stretch answer counts from this mean rating, 1 to 4
 * @param declineBelow scores below this decline, 0 to 100
 * @param declineRedFlags so many red flags decline
 * @param advanceFrom scores from here on advance, 0 to 100
 * @param advanceRedFlags at most so many red flags advance
 */
@Validated
@ConfigurationProperties("vivavoce.scoring")
record ScoringProperties(@DefaultValue @Valid Weights weights,
		@DefaultValue("3") @DecimalMin("1") @DecimalMax("4") BigDecimal stretchMean,
		@DefaultValue("50") @DecimalMin("0") @DecimalMax("100") BigDecimal declineBelow,
		@DefaultValue("3") @Min(1) @Max(1000) int declineRedFlags,
		@DefaultValue("70") @DecimalMin("0") @DecimalMax("100") BigDecimal advanceFrom,
		@DefaultValue("1") @Min(0) @Max(1000) int advanceRedFlags) {

	/**
	 * Weights, 0 to 100.
	 *
	 * @param atLevel question and target are of one level
	 * @param oneBelow the question is one level below, a warm-up
	 * @param twoBelow the question is two levels below
	 * @param oneAbove the question is one level above, a stretch
	 * @param twoAbove the question is two levels above
	 */
	record Weights(@DefaultValue("1") @DecimalMin("0") @DecimalMax("100") BigDecimal atLevel,
			@DefaultValue("0.5") @DecimalMin("0") @DecimalMax("100") BigDecimal oneBelow,
			@DefaultValue("0.25") @DecimalMin("0") @DecimalMax("100") BigDecimal twoBelow,
			@DefaultValue("0.5") @DecimalMin("0") @DecimalMax("100") BigDecimal oneAbove,
			@DefaultValue("0.25") @DecimalMin("0") @DecimalMax("100") BigDecimal twoAbove) {

	}

	@AssertTrue(message = "advance-from must not be below decline-below, and advance-red-flags must be below"
			+ " decline-red-flags")
	boolean isConsistent() {
		return this.advanceFrom.compareTo(this.declineBelow) >= 0 && this.advanceRedFlags < this.declineRedFlags;
	}

	ScoringRules rules() {
		return new ScoringRules(this.weights.atLevel(), this.weights.oneBelow(), this.weights.twoBelow(),
				this.weights.oneAbove(), this.weights.twoAbove(), this.stretchMean, this.declineBelow,
				this.declineRedFlags, this.advanceFrom, this.advanceRedFlags);
	}

}
