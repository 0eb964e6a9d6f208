package org.vivavoce.platform.projection;

import java.time.Duration;
import java.time.Instant;

/**
 * How a projection does in this instance.
 */
enum Condition {

	/**
	 * Nothing waits, or what waits becomes less.
	 */
	MOVING,

	/**
	 * What was polled is not applied, for longer than a passing delay explains.
	 */
	STALLED,

	/**
	 * Its reader has ended, which only a restart mends.
	 */
	ENDED;

	/**
	 * Decide.
	 * @param reading whether the reader is there
	 * @param lag events that wait, from 0
	 * @param moved when a batch was last applied, or a poll brought nothing: then it is
	 * the broker that has nothing to give, or is away, and to send requests elsewhere
	 * does not help
	 * @param patience how long a batch may take, with all its repetitions
	 */
	static Condition of(boolean reading, long lag, Instant moved, Instant now, Duration patience) {
		if (!reading) {
			return ENDED;
		}
		return (lag > 0 && moved.plus(patience).isBefore(now)) ? STALLED : MOVING;
	}

}
