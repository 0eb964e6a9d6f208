package org.vivavoce.platform.outage;

import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;

/**
 * Says once that an outage begins, and once that it is over.
 */
public final class Outage {

	private final Log logger;

	private final AtomicBoolean going = new AtomicBoolean();

	public Outage(Log logger) {
		this.logger = logger;
	}

	/**
	 * To be called at every failure.
	 */
	public void begins(String message) {
		if (this.going.compareAndSet(false, true)) {
			this.logger.warn(message);
		}
	}

	/**
	 * To be called at every success.
	 */
	public void ends(String message) {
		if (this.going.compareAndSet(true, false)) {
			this.logger.info(message);
		}
	}

}
