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
 * Sends letters to where they were refused. It is noted before and after: a process that
 * dies in between leaves the letter waiting, and it is sent twice at worst, which events
 * allow for.
 */
public final class DeadLetterSender {

	private final DeadLetterRepository letters;

	private final EventPublisher publisher;

	private final Clock clock;

	DeadLetterSender(DeadLetterRepository letters, EventPublisher publisher, Clock clock) {
		this.letters = letters;
		this.publisher = publisher;
		this.clock = clock;
	}

	/**
	 * What to send.
	 *
	 * @param replay the replay of many letters that this is part of
	 * @param edited instead of the original value
	 */
	public record Order(String id, String by, @Nullable String replay, byte @Nullable [] edited,
			@Nullable String ifMatch) {

	}

	/**
	 * Send a letter again.
	 * @return the letter, when the broker has acknowledged it; empty when its content is
	 * gone meanwhile
	 */
	public Mono<DeadLetter> send(Order order) {
		return this.letters.raw(order.id()).flatMap((original) -> {
			RawRecord raw = (order.edited() != null) ? original.with(order.edited()) : original;
			return note(order, raw).flatMap((noted) -> publish(noted, raw, order.by()).then(this.letters
				.change(order.id(), (letter) -> sent(letter.orElseThrow(), noted.lastAttempt(), order))));
		});
	}

	private Mono<DeadLetter> note(Order order, RawRecord raw) {
		Instant now = now();
		return this.letters.change(order.id(), (current) -> {
			DeadLetter deadLetter = current.orElseThrow();
			IfMatch.require(order.ifMatch(), deadLetter.tag());
			return sendable(deadLetter).sending(order.by(), now, raw.digest(), order.replay(), order.edited() != null);
		});
	}

	/**
	 * A letter that has something to send.
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

	private DeadLetter sent(DeadLetter deadLetter, int attempt, Order order) {
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
