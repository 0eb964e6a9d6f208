package org.vivavoce.platform.broker;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;

/**
 * Tells what the broker refuses from a broker that is away: waiting helps only in the
 * second case.
 */
public final class Refusal {

	private static final List<Class<? extends ApiException>> OF_RECORDS = List.of(RecordTooLargeException.class,
			RecordBatchTooLargeException.class, InvalidRecordException.class, InvalidTimestampException.class,
			InvalidTopicException.class, PolicyViolationException.class, UnsupportedForMessageFormatException.class);

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

	/**
	 * What is wrong with the record itself, where that is why it was not taken: the same
	 * record will never be taken by this broker as it is set up.
	 */
	public static Optional<String> ofRecord(Throwable failure) {
		return Stream.iterate(failure, (each) -> each != null, Throwable::getCause)
			.filter((each) -> OF_RECORDS.stream().anyMatch((type) -> type.isInstance(each)))
			.map(Refusal::text)
			.findFirst();
	}

	/**
	 * Why the record was not taken, where that says nothing about records of other
	 * topics: it is wrong itself, or this service may not write to its topic.
	 */
	public static Optional<String> ofTopic(Throwable failure) {
		return ofRecord(failure).or(() -> Stream.iterate(failure, (each) -> each != null, Throwable::getCause)
			.filter(TopicAuthorizationException.class::isInstance)
			.map(Refusal::text)
			.findFirst());
	}

	private static String text(Throwable refusal) {
		String message = refusal.getMessage();
		return (message != null) ? message : refusal.getClass().getSimpleName();
	}

}
