package org.vivavoce.benchmarks;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;

/**
 * Waits for what other processes do.
 */
final class Waiting {

	private static final Duration BETWEEN = Duration.ofMillis(50);

	private Waiting() {
	}

	/**
	 * Ask every 50 ms until there is an answer.
	 * @throws ConditionTimeoutException when the time is over
	 */
	static <T> T until(String what, Duration limit, Callable<Optional<T>> answer) {
		return Awaitility.await(what)
			.atMost(limit)
			.pollDelay(Duration.ZERO)
			.pollInterval(BETWEEN)
			.until(answer, Optional::isPresent)
			.orElseThrow();
	}

	static void pause(Duration duration) {
		try {
			Thread.sleep(duration);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
