package org.vivavoce.report.scorecard;

import java.math.BigDecimal;
import java.util.List;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The weights of the rules as exact fractions.
 */
final class Weights {

	private static final int FARTHEST = 2;

	private final List<BigFraction> byDistance;

	private final BigFraction stretchMean;

	Weights(ScoringRules rules) {
		this.byDistance = List.of(exact(rules.twoBelow()), exact(rules.oneBelow()), exact(rules.atLevel()),
				exact(rules.oneAbove()), exact(rules.twoAbove()));
		this.stretchMean = exact(rules.stretchMean());
	}

	/**
	 * The weight of an answer.
	 * @param distance level of the question less target level, −2 to 2
	 * @param mean mean rating, 1 to 4
	 * @return 0 when the answer is not counted
	 */
	BigFraction of(int distance, BigFraction mean) {
		return isMissedStretch(distance, mean) ? BigFraction.ZERO : this.byDistance.get(distance + FARTHEST);
	}

	/**
	 * Whether an answer is not held against anyone.
	 * @param distance level of the question less target level, −2 to 2
	 * @param mean mean rating, 1 to 4
	 */
	boolean isMissedStretch(int distance, BigFraction mean) {
		return distance > 0 && mean.compareTo(this.stretchMean) < 0;
	}

	private static BigFraction exact(BigDecimal value) {
		return BigFraction.of(value.unscaledValue()).divide(BigFraction.of(10).pow(value.scale()));
	}

}
