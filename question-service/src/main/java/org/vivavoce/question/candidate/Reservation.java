package org.vivavoce.question.candidate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Questions of an interview that is about to be opened: whoever plans another one for the
 * same person at the same moment must not choose them, too.
 */
public record Reservation(String interviewId, List<String> questionIds, Instant at) {

	/** Until then the interview itself is there, or will never be. */
	private static final Duration KEPT = Duration.ofMinutes(1);

	public Reservation {
		questionIds = List.copyOf(questionIds);
	}

	boolean before(Instant now) {
		return this.at.plus(KEPT).isBefore(now);
	}

}
