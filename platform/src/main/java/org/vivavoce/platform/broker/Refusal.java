package org.vivavoce.platform.broker;

import java.util.Optional;
import java.util.stream.Stream;

import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Tells a broker that does not let the service in from one that is away: waiting helps
 * only in the second case.
 */
public final class Refusal {

	private Refusal() {
	}

	/**
	 * What the broker says, where it refuses. It never holds a secret: brokers do not
	 * repeat what they were given.
	 */
	public static Optional<String> in(Throwable failure) {
		return Stream.iterate(failure, (each) -> each != null, Throwable::getCause)
			.filter((each) -> each instanceof AuthenticationException || each instanceof AuthorizationException)
			.map(Refusal::text)
			.findFirst();
	}

	private static String text(Throwable refusal) {
		String message = refusal.getMessage();
		return (message != null) ? message : refusal.getClass().getSimpleName();
	}

}
