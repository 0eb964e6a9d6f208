package org.vivavoce.scoring.sheet;

import java.time.Instant;

/**
 * A rating or a recommendation of a panel member.
 */
public interface Contribution {

	String interviewer();

	/**
	 * From 1, higher with every change by the same interviewer.
	 */
	int revision();

	/**
	 * When this revision was given.
	 */
	Instant at();

	/**
	 * The time of what it was given for: it is forgotten together with that, even where
	 * it was given a moment later.
	 */
	Instant about();

	default boolean after(Instant time) {
		return at().isAfter(time) && about().isAfter(time);
	}

}
