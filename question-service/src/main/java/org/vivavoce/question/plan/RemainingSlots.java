package org.vivavoce.question.plan;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.QuestionOutline;

/**
 * The places that are left in a plan, so many for each level. How many of them are taken
 * is one number, like the digits of a clock; an array by that number holds the fewest
 * minutes for which they can be taken.
 */
final class RemainingSlots {

	/** More than any plan takes, and far from overflowing when a plan is added. */
	private static final int NEVER = Integer.MAX_VALUE / 4;

	private static final int LEVELS = Level.values().length;

	private final int[] left;

	/**
	 * So many places of each level are taken at most.
	 */
	private final int[] most = new int[LEVELS];

	/**
	 * What one more place of a level adds to the number; behind the last, how many there
	 * are.
	 */
	private final int[] steps = new int[LEVELS + 1];

	/**
	 * @param left by level
	 * @param times how often {@link #withSome} will be called, with no more than one
	 * question of a level
	 */
	RemainingSlots(int[] left, int times) {
		this.left = left.clone();
		this.steps[0] = 1;
		for (int level = 0; level < LEVELS; level++) {
			this.most[level] = Math.min(left[level], times);
			this.steps[level + 1] = this.steps[level] * (this.most[level] + 1);
		}
	}

	/**
	 * No place is taken.
	 * @param minutes that the plan takes so far
	 */
	int[] begin(int minutes) {
		int[] fewest = none();
		fewest[0] = minutes;
		return fewest;
	}

	private int[] none() {
		int[] fewest = new int[this.steps[LEVELS]];
		Arrays.fill(fewest, NEVER);
		return fewest;
	}

	private int taken(int number, int level) {
		return number / this.steps[level] % (this.most[level] + 1);
	}

	/**
	 * Take places for at least one of some questions, which are of different levels.
	 * @param without the fewest minutes without any of them
	 */
	int[] withSome(List<QuestionOutline> questions, int[] without) {
		int[] with = none();
		for (QuestionOutline question : questions) {
			int level = question.level().ordinal();
			int step = this.steps[level];
			// downwards, so that no question takes two places
			for (int number = with.length - 1; number >= step; number--) {
				if (taken(number, level) > 0) {
					int before = Math.min(with[number - step], without[number - step]);
					with[number] = Math.min(with[number], before + question.minutes());
				}
			}
		}
		return with;
	}

	/**
	 * Fill all places with the shortest of the other questions.
	 * @param others shortest first
	 * @return the fewest minutes, or empty when there are not enough questions
	 */
	OptionalInt filled(int[] fewest, List<QuestionOutline> others) {
		int[][] shortest = new int[LEVELS][];
		for (Level level : Level.values()) {
			shortest[level.ordinal()] = sums(others.stream().filter((question) -> question.level() == level).toList(),
					this.left[level.ordinal()]);
		}
		int best = NEVER;
		for (int number = 0; number < fewest.length; number++) {
			int minutes = fewest[number];
			for (int level = 0; level < LEVELS && minutes < NEVER; level++) {
				minutes += shortest[level][this.left[level] - taken(number, level)];
			}
			best = Math.min(best, minutes);
		}
		return (best < NEVER) ? OptionalInt.of(best) : OptionalInt.empty();
	}

	/**
	 * How long the first question takes, the first two, and so on.
	 */
	private static int[] sums(List<QuestionOutline> questions, int most) {
		int[] sums = new int[most + 1];
		for (int count = 1; count <= most; count++) {
			sums[count] = (count <= questions.size()) ? sums[count - 1] + questions.get(count - 1).minutes() : NEVER;
		}
		return sums;
	}

}
