package org.vivavoce.report.page;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Overall;
import org.vivavoce.contracts.ScorecardOutcome;
import org.vivavoce.report.scorecard.Explanation;
import org.vivavoce.report.scorecard.TimelineEvent;

/**
 * What pages call things, and which tone of the design goes with them.
 */
public final class Wording {

	public String tone(ScorecardOutcome outcome) {
		return switch (outcome) {
			case INCOMPLETE -> "info";
			case DECLINE -> "bad";
			case HOLD -> "warn";
			case ADVANCE -> "good";
		};
	}

	/**
	 * A rating in a word.
	 * @param rating 1 to 4; null is not assessed
	 */
	public String rating(@Nullable Integer rating) {
		return switch (rating) {
			case null -> "Not assessed";
			case 1 -> "Missed";
			case 2 -> "Partial";
			case 3 -> "Solid";
			case 4 -> "Exceptional";
			default -> String.valueOf(rating);
		};
	}

	public String tone(Overall overall) {
		return switch (overall) {
			case DEFINITELY_NOT, NO -> "bad";
			case YES, STRONG_YES -> "good";
			case NO_DECISION -> "info";
		};
	}

	/**
	 * How far a question lies above the target.
	 * @param distance −2 to 2; null when it is unknown
	 */
	public String distance(@Nullable Integer distance) {
		return switch (distance) {
			case null -> "unknown";
			case 0 -> "at level";
			case -1, -2 -> "−" + -distance + ", warm-up";
			default -> "+" + distance + ", stretch";
		};
	}

	public String standing(Explanation.Standing standing) {
		return switch (standing) {
			case COUNTED -> "Counted";
			case NOT_RATED -> "Not counted: nobody has rated it";
			case LEVEL_UNKNOWN -> "Not counted: its level is not known yet";
			case MISSED_STRETCH -> "Not counted: a missed stretch is held against nobody";
			case WITHOUT_WEIGHT -> "Not counted: the rules give it no weight";
		};
	}

	public String timelineEvent(TimelineEvent.Kind kind) {
		return switch (kind) {
			case PLANNED -> "Planned";
			case ASKED -> "Asked";
			case RATED -> "Rated";
			case RECOMMENDED -> "Recommended";
			case CLOSED -> "Closed";
		};
	}

}
