package org.vivavoce.benchmarks;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waits for what other processes do.
 */
final class Waiting {

	private static final Duration BETWEEN = Duration.ofMillis(50);

	private Waiting() {
	}

	/**
	 * Ask every 50 ms until there is an answer.
	 * @throws IllegalStateException when the time is over
	 */
	static <T> T until(String what, Duration limit, Supplier<Optional<T>> answer) {
		long end = System.nanoTime() + limit.toNanos();
		while (System.nanoTime() < end) {
			Optional<T> given = answer.get();
			if (given.isPresent()) {
				return given.get();
			}
			pause(BETWEEN);
		}
		throw new IllegalStateException("Waited " + limit + " in vain until " + what);
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
