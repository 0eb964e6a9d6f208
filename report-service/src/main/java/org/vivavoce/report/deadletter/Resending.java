package org.vivavoce.report.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
final class Resending {

	private final LetterRepository letters;

	private final EventPublisher publisher;

	private final Clock clock;

	Resending(LetterRepository letters, EventPublisher publisher, Clock clock) {
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
	record Order(String id, String by, @Nullable String replay, byte @Nullable [] edited, @Nullable String ifMatch) {

	}

	/**
	 * Send a letter again.
	 * @return the letter, when the broker has acknowledged it; empty when its content is
	 * gone meanwhile
	 */
	Mono<Letter> send(Order order) {
		return this.letters.raw(order.id()).flatMap((original) -> {
			RawRecord raw = (order.edited() != null) ? original.with(order.edited()) : original;
			return note(order, raw).flatMap((noted) -> publish(noted, raw, order.by()).then(this.letters
				.change(order.id(), (letter) -> sent(letter.orElseThrow(), noted.lastAttempt(), order))));
		});
	}

	private Mono<Letter> note(Order order, RawRecord raw) {
		Instant now = now();
		return this.letters.change(order.id(), (current) -> {
			Letter letter = current.orElseThrow();
			IfMatch.require(order.ifMatch(), letter.tag());
			return sendable(letter).sending(order.by(), now, raw.digest(), order.replay(), order.edited() != null);
		});
	}

	/**
	 * A letter that has something to send.
	 * @throws ProblemException {@link ProblemTypes#CONFLICT}
	 */
	static Letter sendable(Letter letter) {
		return switch (letter.content()) {
			case KEPT -> letter;
			case LEFT_OUT ->
				throw new ProblemException(ProblemTypes.CONFLICT, "The record was too large to be kept. It is still at "
						+ letter.id() + ": let its producer send a smaller one");
			case FORGOTTEN -> throw new ProblemException(ProblemTypes.CONFLICT,
					"The content was removed with everything else about a person who was forgotten");
		};
	}

	private Letter sent(Letter letter, int attempt, Order order) {
		return (letter.content() == Content.FORGOTTEN) ? letter
				: letter.sent(attempt, order.by(), now(), order.replay());
	}

	private Mono<Void> publish(Letter letter, RawRecord raw, String by) {
		ProducerRecord<byte[], byte[]> message = raw.writtenTo(letter.topic());
		header(message, Refusal.REPLAYED, letter.id());
		header(message, Refusal.ATTEMPT, Integer.toString(letter.lastAttempt()));
		header(message, Refusal.REPLAYED_BY, by);
		return this.publisher.send(List.of(message))
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap(Resending::isTooLarge,
					(ex) -> new ProblemException(ProblemTypes.TOO_LARGE,
							"The topic does not take a record of this size. It is still at " + letter.id()
									+ ": let its producer send a smaller one"))
			.onErrorMap(Resending::isKafka,
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
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
