package org.vivavoce.platform.audit;

import java.time.Instant;

/**
 * Keeps a flood of refused requests from filling the store: so many a second are listed,
 * the others are counted.
 */
final class RefusalLimit {

	private final int perSecond;

	private long second = Long.MIN_VALUE;

	private int admitted;

	/**
	 * Set the limit.
	 * @param perSecond refusals that are listed, from 1
	 */
	RefusalLimit(int perSecond) {
		this.perSecond = perSecond;
	}

	synchronized boolean admits(Instant now) {
		if (now.getEpochSecond() != this.second) {
			this.second = now.getEpochSecond();
			this.admitted = 0;
		}
		return this.admitted++ < this.perSecond;
	}

}
