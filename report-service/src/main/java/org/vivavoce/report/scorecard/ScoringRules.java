package org.vivavoce.report.scorecard;

import java.math.BigDecimal;

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

}
