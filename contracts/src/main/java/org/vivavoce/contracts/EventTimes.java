package org.vivavoce.contracts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When events may have happened: from 1970 until a little ahead of the clock here. A
 * producer whose clock is a year ahead would otherwise have the last word about a
 * candidate for a year.
 *
 * @param clock of the reader
 * @param ahead how far ahead of it an event may be, from 0
 */
public record EventTimes(InstantSource clock, Duration ahead) {

	/**
	 * How far ahead an event may be where nothing else is said.
	 */
	public static final Duration DEFAULT_AHEAD = Duration.ofDays(1);

	public EventTimes {
		if (ahead.isNegative()) {
			throw new IllegalArgumentException("Events cannot be bounded to the past: " + ahead);
		}
	}

	/**
	 * Up to a day ahead of the clock of this machine.
	 */
	public static EventTimes byDefault() {
		return new EventTimes(InstantSource.system(), DEFAULT_AHEAD);
	}

	/**
	 * Refuse a time out of these bounds.
	 * @throws UnreadableException when it is
	 */
	void require(Instant time) {
		if (time.isBefore(Instant.EPOCH)) {
			throw new UnreadableException(Breach.Rule.WRONG_TIME, "the event is dated " + time + ", before 1970");
		}
		if (time.isAfter(this.clock.instant().plus(this.ahead))) {
			throw new UnreadableException(Breach.Rule.WRONG_TIME,
					"the event is dated " + time + ", more than " + this.ahead + " ahead of the clock here");
		}
	}

}
