package org.vivavoce.platform.outage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Says that an outage begins, once a minute that it goes on, and once that it is over.
 */
public final class Outage {

	private static final Duration REMINDER = Duration.ofMinutes(1);

	private final Log logger;

	private final InstantSource clock;

	private @Nullable Instant since;

	private Instant told = Instant.MIN;

	public Outage(Log logger) {
		this(logger, InstantSource.system());
	}

	Outage(Log logger, InstantSource clock) {
		this.logger = logger;
		this.clock = clock;
	}

	/**
	 * To be called at every failure.
	 * @param message what fails and why; of those in one minute only the first is told
	 */
	public synchronized void begins(String message) {
		Instant now = this.clock.instant();
		if (this.since == null) {
			this.since = now;
			this.told = now;
			this.logger.warn(message);
		}
		else if (!this.told.plus(REMINDER).isAfter(now)) {
			this.told = now;
			this.logger.warn(message + " (for " + Duration.between(this.since, now).toMinutes() + " min)");
		}
	}

	/**
	 * To be called at every success.
	 */
	public synchronized void ends(String message) {
		if (this.since != null) {
			this.since = null;
			this.logger.info(message);
		}
	}

}
