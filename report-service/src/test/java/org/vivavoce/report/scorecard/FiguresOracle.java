package org.vivavoce.report.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;

/**
 * The figures of a scorecard once more, from what it shows, in whole numbers: weights are
 * counted in quarters and scores in parts of 1/5040. Shares no code with the grading.
 */
final class FiguresOracle {

	private static final long PARTS = 5040;

	private FiguresOracle() {
	}

	static @Nullable Double score(Scorecard card, BiPredicate<Scorecard.Interview, Scorecard.Answer> which) {
		long weighted = 0;
		long weights = 0;
		for (Scorecard.Interview interview : card.interviews()) {
			for (Scorecard.Answer answer : interview.answers()) {
				if (which.test(interview, answer)) {
					long quarters = quarters(interview, answer);
					weighted += quarters * parts(answer);
					weights += quarters * PARTS;
				}
			}
		}
		if (weights == 0) {
			return null;
		}
		return BigDecimal.valueOf(weighted * 100)
			.divide(BigDecimal.valueOf(weights), 1, RoundingMode.HALF_UP)
			.doubleValue();
	}

	static long quarters(Scorecard.Interview interview, Scorecard.Answer answer) {
		if (answer.level() == null || interview.targetLevel() == null || raters(answer) == 0) {
			return 0;
		}
		int distance = years(answer.level()) - years(interview.targetLevel());
		if (distance > 0 && sum(answer) < 3 * raters(answer)) {
			return 0;
		}
		return new long[] { 1, 2, 4, 2, 1 }[distance + 2];
	}

	private static int years(Level level) {
		return switch (level) {
			case JUNIOR -> 0;
			case MID -> 1;
			case SENIOR -> 2;
		};
	}

	private static long parts(Scorecard.Answer answer) {
		return (raters(answer) == 0) ? 0 : (sum(answer) - raters(answer)) * (PARTS / (3 * raters(answer)));
	}

	static int raters(Scorecard.Answer answer) {
		int raters = 0;
		for (Scorecard.Rating rating : answer.ratings()) {
			raters += (rating.rating() != null) ? 1 : 0;
		}
		return raters;
	}

	private static int sum(Scorecard.Answer answer) {
		int sum = 0;
		for (Scorecard.Rating rating : answer.ratings()) {
			sum += (rating.rating() != null) ? rating.rating() : 0;
		}
		return sum;
	}

}
