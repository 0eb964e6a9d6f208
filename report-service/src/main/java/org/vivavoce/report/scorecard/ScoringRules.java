package org.vivavoce.report.scorecard;

import java.math.BigDecimal;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How ratings become figures. The weight of an answer depends on the distance between the
 * level of the question and the level that the candidate applies for: what stretches a
 * junior is a warm-up for a senior.
 *
 * @param atLevel weight at distance 0
 * @param oneBelow weight at distance −1, a warm-up
 * @param twoBelow weight at distance −2, a warm-up
 * @param oneAbove weight at distance 1, a stretch
 * @param twoAbove weight at distance 2, a stretch
 * @param stretchMean a stretch answer counts from this mean rating, 1 to 4
 * @param declineBelow scores below this decline, 0 to 100
 * @param declineRedFlags so many red flags decline
 * @param advanceFrom scores from here on advance, 0 to 100
 * @param advanceRedFlags at most so many red flags advance
 */
public record ScoringRules(BigDecimal atLevel, BigDecimal oneBelow, BigDecimal twoBelow, BigDecimal oneAbove,
		BigDecimal twoAbove, BigDecimal stretchMean, BigDecimal declineBelow, int declineRedFlags,
		BigDecimal advanceFrom, int advanceRedFlags) {

	/**
	 * The rules of the published contract.
	 */
	public static final ScoringRules DEFAULTS = new ScoringRules(new BigDecimal("1"), new BigDecimal("0.5"),
			new BigDecimal("0.25"), new BigDecimal("0.5"), new BigDecimal("0.25"), new BigDecimal("3"),
			new BigDecimal("50"), 3, new BigDecimal("70"), 1);

	/**
	 * The weight of an answer.
	 * @param distance level of the question less target level, −2 to 2
	 * @param mean mean rating, 1 to 4
	 * @return 0 when the answer is not counted
	 */
	BigFraction weight(int distance, BigFraction mean) {
		if (distance > 0 && mean.compareTo(exact(this.stretchMean)) < 0) {
			return BigFraction.ZERO;
		}
		return exact(switch (distance) {
			case -2 -> this.twoBelow;
			case -1 -> this.oneBelow;
			case 0 -> this.atLevel;
			case 1 -> this.oneAbove;
			case 2 -> this.twoAbove;
			default -> throw new IllegalArgumentException("No two levels are " + distance + " apart");
		});
	}

	private static BigFraction exact(BigDecimal value) {
		BigFraction unscaled = BigFraction.of(value.unscaledValue());
		return unscaled.divide(BigFraction.of(10).pow(value.scale()));
	}

}
