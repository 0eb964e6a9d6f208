package org.vivavoce.report.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;

/**
 * How a score comes about: every answer with its weight, and what they add up to. It goes
 * by the same weights and the same tally as the score itself.
 *
 * @param lines in the order of the card
 * @param weights Σ weight over counted answers
 * @param weighted Σ weight·score over counted answers, three decimals, rounded half up
 * @param score 100 × {@code weighted} ÷ {@code weights}, 0 to 100 with one decimal; null
 * while nothing is counted
 */
public record Explanation(ScoringRules rules, List<Line> lines, BigDecimal weights, BigDecimal weighted,
		@Nullable BigDecimal score) {

	private static final int DECIMALS = 3;

	/**
	 * One answer. Whatever the card does not know is null.
	 *
	 * @param position place in the interview, from 1
	 * @param distance level less target, −2 to 2
	 * @param mean of the ratings, 1 to 4; null without any
	 * @param score 0 to 1; null without any rating
	 * @param weight 0 unless the answer is counted
	 */
	public record Line(String interviewId, String questionId, @Nullable String prompt, @Nullable Integer position,
			@Nullable Level level, @Nullable Level target, @Nullable Integer distance, @Nullable Double mean,
			@Nullable Double score, double weight, Standing standing) {

		/**
		 * What the answer adds to the sum.
		 */
		public double weighted() {
			return (this.score != null) ? this.weight * this.score : 0;
		}

		public boolean counted() {
			return this.standing == Standing.COUNTED;
		}

	}

	/**
	 * Whether an answer counts, and why not.
	 */
	public enum Standing {

		COUNTED,

		/**
		 * Nobody has rated it.
		 */
		NOT_RATED,

		/**
		 * It is rated, but the card does not know the level of the question or of the
		 * interview.
		 */
		LEVEL_UNKNOWN,

		/**
		 * A stretch that was missed is not held against anyone.
		 */
		MISSED_STRETCH,

		/**
		 * The rules give answers of this distance no weight.
		 */
		WITHOUT_WEIGHT

	}

	static Explanation of(CardState card, Weights weights, ScoringRules rules) {
		Tally tally = new Tally();
		List<Line> lines = card.interviews().stream().flatMap((interview) -> lines(interview, weights, tally)).toList();
		Tally.Sum sum = tally.sum();
		return new Explanation(rules, lines, plain(sum.weights().bigDecimalValue(DECIMALS, RoundingMode.HALF_UP)),
				sum.weighted().bigDecimalValue(DECIMALS, RoundingMode.HALF_UP), tally.score());
	}

	private static Stream<Line> lines(InterviewEntry interview, Weights weights, Tally tally) {
		Level target = (interview.facts() != null && interview.facts().value() != null)
				? interview.facts().value().targetLevel() : null;
		List<WeightedAnswer> answers = WeightedAnswer.of(interview, weights);
		answers.forEach(tally::add);
		return answers.stream().map((weightedAnswer) -> line(weightedAnswer, target, weights));
	}

	private static Line line(WeightedAnswer weightedAnswer, @Nullable Level target, Weights weights) {
		QuestionEntry.AskedQuestion asked = weightedAnswer.question();
		Level level = (asked != null) ? asked.level() : null;
		Integer distance = (level != null && target != null) ? level.distanceFrom(target) : null;
		Double mean = weightedAnswer.scored() ? (double) weightedAnswer.ratingSum() / weightedAnswer.raters() : null;
		return new Line(weightedAnswer.interviewId(), weightedAnswer.questionId(),
				(asked != null) ? asked.prompt() : null, (asked != null) ? asked.position() : null, level, target,
				distance, mean, weightedAnswer.score(), weightedAnswer.weight().doubleValue(),
				standing(weightedAnswer, distance, weights));
	}

	private static Standing standing(WeightedAnswer weightedAnswer, @Nullable Integer distance, Weights weights) {
		if (weightedAnswer.counted()) {
			return Standing.COUNTED;
		}
		if (!weightedAnswer.scored()) {
			return Standing.NOT_RATED;
		}
		if (distance == null) {
			return Standing.LEVEL_UNKNOWN;
		}
		return weights.isMissedStretch(distance, weightedAnswer.mean()) ? Standing.MISSED_STRETCH
				: Standing.WITHOUT_WEIGHT;
	}

	private static BigDecimal plain(BigDecimal value) {
		return new BigDecimal(value.stripTrailingZeros().toPlainString());
	}

}
