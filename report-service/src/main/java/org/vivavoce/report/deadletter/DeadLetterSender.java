package org.vivavoce.report.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.vivavoce.platform.outbox.EventPublisher;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.web.IfMatch;

/**
 * Sends dead letters to the topics where they were refused. This is stored before and
 * after: a process that dies in between leaves the dead letter waiting, and the record is
 * sent twice at worst, which is allowed for events.
 */
public final class DeadLetterSender {

	private final DeadLetterRepository deadLetters;

	private final EventPublisher publisher;

	private final Clock clock;

	DeadLetterSender(DeadLetterRepository deadLetters, EventPublisher publisher, Clock clock) {
		this.deadLetters = deadLetters;
		this.publisher = publisher;
		this.clock = clock;
	}

	/**
	 * What to send.
	 *
	 * @param replay the bulk replay that this is part of
	 * @param edited instead of the original value
	 */
	public record SendRequest(String id, String by, @Nullable String replay, byte @Nullable [] edited,
			@Nullable String ifMatch) {

	}

	/**
	 * Send a dead letter again.
	 * @return the dead letter, when the broker has acknowledged it; empty when its
	 * content is gone meanwhile
	 */
	public Mono<DeadLetter> send(SendRequest order) {
		return this.deadLetters.raw(order.id()).flatMap((original) -> {
			RawRecord raw = (order.edited() != null) ? original.with(order.edited()) : original;
			return note(order, raw).flatMap((noted) -> publish(noted, raw, order.by()).then(this.deadLetters
				.change(order.id(), (deadLetter) -> sent(deadLetter.orElseThrow(), noted.lastAttempt(), order))));
		});
	}

	private Mono<DeadLetter> note(SendRequest order, RawRecord raw) {
		Instant now = now();
		return this.deadLetters.change(order.id(), (current) -> {
			DeadLetter deadLetter = current.orElseThrow();
			IfMatch.require(order.ifMatch(), deadLetter.tag());
			return sendable(deadLetter).sending(order.by(), now, raw.digest(), order.replay(), order.edited() != null);
		});
	}

	/**
	 * The dead letter, if its content can be sent.
	 * @throws ProblemException {@link ProblemTypes#CONFLICT}
	 */
	static DeadLetter sendable(DeadLetter deadLetter) {
		return switch (deadLetter.content()) {
			case KEPT -> deadLetter;
			case LEFT_OUT ->
				throw new ProblemException(ProblemTypes.CONFLICT, "The record was too large to be kept. It is still at "
						+ deadLetter.id() + ": let its producer send a smaller one");
			case FORGOTTEN -> throw new ProblemException(ProblemTypes.CONFLICT,
					"The content was removed with everything else about a person who was forgotten");
		};
	}

	private DeadLetter sent(DeadLetter deadLetter, int attempt, SendRequest order) {
		return (deadLetter.content() == Content.FORGOTTEN) ? deadLetter
				: deadLetter.sent(attempt, order.by(), now(), order.replay());
	}

	private Mono<Void> publish(DeadLetter deadLetter, RawRecord raw, String by) {
		ProducerRecord<byte[], byte[]> message = raw.writtenTo(deadLetter.topic());
		header(message, Refusal.REPLAYED, deadLetter.id());
		header(message, Refusal.ATTEMPT, Integer.toString(deadLetter.lastAttempt()));
		header(message, Refusal.REPLAYED_BY, by);
		return this.publisher.send(List.of(message))
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap(DeadLetterSender::isTooLarge,
					(ex) -> new ProblemException(ProblemTypes.TOO_LARGE,
							"The topic does not take a record of this size. It is still at " + deadLetter.id()
									+ ": let its producer send a smaller one"))
			.onErrorMap(DeadLetterSender::isKafka,
					(ex) -> new ProblemException(ProblemTypes.UNAVAILABLE,
							"Kafka does not take the record at the moment. The letter waits on")
						.retryAfter(Duration.ofSeconds(5)));
	}

	private static boolean isTooLarge(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.anyMatch(RecordTooLargeException.class::isInstance);
	}

	private static boolean isKafka(Throwable failure) {
		return failure instanceof KafkaException || failure instanceof org.springframework.kafka.KafkaException;
	}

	private static void header(ProducerRecord<byte[], byte[]> message, String name, String value) {
		message.headers().add(name, Objects.requireNonNull(value).getBytes(StandardCharsets.UTF_8));
	}

	private Instant now() {
		return this.clock.instant();
	}

}
