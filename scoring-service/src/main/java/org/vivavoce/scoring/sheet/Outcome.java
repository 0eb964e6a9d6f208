package org.vivavoce.scoring.sheet;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Event;

/**
 * The result of rating or recommending.
 *
 * @param <T> the rating or the recommendation
 */
public sealed interface Outcome<T extends Contribution> {

	/**
	 * It stands.
	 *
	 * @param sheet the sheet with it
	 * @param previous the revision that stood before; 0 for none
	 * @param event null when its content was the same before
	 */
	record Accepted<T extends Contribution>(InterviewSheet sheet, T contribution, int previous,
			@Nullable Event event) implements Outcome<T> {

	}

	/**
	 * It does not stand, and nothing changes.
	 */
	sealed interface Refused<T extends Contribution> extends Outcome<T> {

	}

	/**
	 * No event has named the interview's panel.
	 */
	record UnknownInterview<T extends Contribution>() implements Refused<T> {

	}

	/**
	 * The candidate was forgotten, and the sheet with them.
	 */
	record Forgotten<T extends Contribution>() implements Refused<T> {

	}

	/**
	 * The caller does not sit on the panel.
	 */
	record NotOnPanel<T extends Contribution>() implements Refused<T> {

	}

	/**
	 * No event says that the question was served in this interview.
	 */
	record NotServed<T extends Contribution>() implements Refused<T> {

	}

	/**
	 * The interview was closed, and no event says that the question was served in it.
	 */
	record NeverServed<T extends Contribution>() implements Refused<T> {

	}

	/**
	 * The question has no such key points.
	 */
	record UnknownKeyPoints<T extends Contribution>(List<String> ids) implements Refused<T> {

	}

}
