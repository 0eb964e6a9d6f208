package org.vivavoce.report.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * Σ weight·score ÷ Σ weight over answers, exactly. Answers are grouped by weight and
 * number of raters, so that fractions are only reckoned with once per group.
 */
final class Tally {

	private record Group(BigFraction weight, int raters) {

	}

	private record Sums(int answers, int aboveOne) {

	}

	/**
	 * What the score divides.
	 *
	 * @param weighted Σ weight·score, scores from 0 to 1
	 * @param weights Σ weight
	 */
	record Sum(BigFraction weighted, BigFraction weights) {

	}

	private final Map<Group, Sums> groups = new HashMap<>();

	private int served;

	private int scored;

	void add(WeightedAnswer weightedAnswer) {
		this.served += weightedAnswer.served() ? 1 : 0;
		this.scored += weightedAnswer.scored() ? 1 : 0;
		if (weightedAnswer.counted()) {
			this.groups.merge(new Group(weightedAnswer.weight(), weightedAnswer.raters()),
					new Sums(1, weightedAnswer.ratingSum() - weightedAnswer.raters()),
					(one, other) -> new Sums(one.answers() + other.answers(), one.aboveOne() + other.aboveOne()));
		}
	}

	int served() {
		return this.served;
	}

	int scored() {
		return this.scored;
	}

	Sum sum() {
		BigFraction weighted = BigFraction.ZERO;
		BigFraction weights = BigFraction.ZERO;
		for (var entry : this.groups.entrySet()) {
			BigFraction weight = entry.getKey().weight();
			BigFraction scores = BigFraction.of(entry.getValue().aboveOne(), 3 * entry.getKey().raters());
			weighted = weighted.add(weight.multiply(scores));
			weights = weights.add(weight.multiply(entry.getValue().answers()));
		}
		return new Sum(weighted, weights);
	}

	/**
	 * The score.
	 * @return 0 to 100 with one decimal, rounded half up; null when nothing is counted
	 */
	@Nullable BigDecimal score() {
		if (this.groups.isEmpty()) {
			return null;
		}
		Sum sum = sum();
		return sum.weighted().multiply(100).divide(sum.weights()).bigDecimalValue(1, RoundingMode.HALF_UP);
	}

	@Nullable Double number() {
		BigDecimal score = score();
		return (score != null) ? score.doubleValue() : null;
	}

}
