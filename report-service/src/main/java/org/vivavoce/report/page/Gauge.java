package org.vivavoce.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import org.vivavoce.report.scorecard.ScoringRules;

/**
 * Where a score lies between the thresholds, in units of the drawing.
 *
 * @param decline where decline ends and hold begins
 * @param advance where advance begins
 * @param score null while there is none
 */
public record Gauge(String decline, String advance, @Nullable String score, String declineBelow, String advanceFrom) {

	/**
	 * Of the scale from 0 to 100.
	 */
	public static final int WIDTH = 280;

	static Gauge of(@Nullable Double score, ScoringRules rules) {
		return new Gauge(place(rules.declineBelow()), place(rules.advanceFrom()),
				(score != null) ? place(BigDecimal.valueOf(score)) : null, plain(rules.declineBelow()),
				plain(rules.advanceFrom()));
	}

	public String holdWidth() {
		return new BigDecimal(this.advance).subtract(new BigDecimal(this.decline)).toPlainString();
	}

	public String advanceWidth() {
		return BigDecimal.valueOf(WIDTH).subtract(new BigDecimal(this.advance)).toPlainString();
	}

	private static String place(BigDecimal score) {
		return score.multiply(BigDecimal.valueOf(WIDTH))
			.divide(BigDecimal.valueOf(100), 1, RoundingMode.HALF_UP)
			.toPlainString();
	}

	private static String plain(BigDecimal threshold) {
		return threshold.stripTrailingZeros().toPlainString();
	}

}
