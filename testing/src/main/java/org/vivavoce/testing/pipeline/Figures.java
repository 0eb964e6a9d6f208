package org.vivavoce.testing.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The score that follows from ratings, reckoned anew from the public contract. Works in
 * whole numbers: weights in quarters, scores in parts of 1/2520.
 */
public final class Figures {

	private static final List<String> LEVELS = List.of("junior", "mid", "senior");

	private static final long PARTS = 2520;

	private Figures() {
	}

	/**
	 * The ratings of one answer; null is "not assessed".
	 */
	public record Rated(String level, String targetLevel, List<@Nullable Integer> ratings) {

		private long[] given() {
			return this.ratings.stream().filter(Objects::nonNull).mapToLong(Integer::longValue).toArray();
		}

		boolean scored() {
			return given().length > 0;
		}

		private long quarters() {
			int distance = LEVELS.indexOf(this.level) - LEVELS.indexOf(this.targetLevel);
			double mean = Arrays.stream(given()).average().orElseThrow();
			return switch (distance) {
				case 0 -> 4;
				case -1 -> 2;
				case -2 -> 1;
				case 1 -> (mean < 3) ? 0 : 2;
				default -> (mean < 3) ? 0 : 1;
			};
		}

		private long parts() {
			long[] given = given();
			return Arrays.stream(given).map((rating) -> rating - 1).sum() * PARTS / (3L * given.length);
		}

	}

	/**
	 * The score of all these answers together.
	 * @return 0 to 100 with one decimal; null while nothing counts
	 */
	public static @Nullable BigDecimal score(List<Rated> answers) {
		List<Rated> scored = answers.stream().filter(Rated::scored).toList();
		long weights = scored.stream().mapToLong((each) -> each.quarters() * PARTS).sum();
		long weighted = scored.stream().mapToLong((each) -> each.quarters() * each.parts()).sum();
		return (weights == 0) ? null
				: BigDecimal.valueOf(100 * weighted).divide(BigDecimal.valueOf(weights), 1, RoundingMode.HALF_UP);
	}

	/**
	 * The outcome of interviews that are all closed.
	 */
	public static String outcome(@Nullable BigDecimal score, long redFlags) {
		if (score == null) {
			return "incomplete";
		}
		if (score.doubleValue() < 50 || redFlags >= 3) {
			return "decline";
		}
		return (score.doubleValue() >= 70 && redFlags <= 1) ? "advance" : "hold";
	}

}
