package org.vivavoce.platform.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.vivavoce.contracts.Topics;
import org.vivavoce.platform.outbox.EventPublisher;

/**
 * Puts records that cannot be read aside, with key, value and headers as they came.
 */
final class DeadLetters {

	private final EventPublisher publisher;

	private final Topics topics;

	DeadLetters(EventPublisher publisher, Topics topics) {
		this.publisher = publisher;
		this.topics = topics;
	}

	/**
	 * Publish all. A record that is too large with the headers that are added goes
	 * without its value: that stays where the record came from, and what follows it is
	 * not held up.
	 */
	Mono<Void> publish(List<Batch.Unreadable> unreadable) {
		return this.publisher.send(unreadable.stream().map(this::deadLetter).toList())
			.onErrorResume(DeadLetters::isTooLarge,
					(tooLarge) -> Flux.fromIterable(unreadable)
						.concatMap((each) -> sendAlone(deadLetter(each)).onErrorResume(DeadLetters::isTooLarge,
								(ex) -> sendAlone(withoutContent(each))))
						.then());
	}

	/**
	 * Not on the thread on which the one before failed: that may be Kafka's own.
	 */
	private Mono<Void> sendAlone(ProducerRecord<byte[], byte[]> deadLetter) {
		return this.publisher.send(List.of(deadLetter)).subscribeOn(Schedulers.boundedElastic());
	}

	private static boolean isTooLarge(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.anyMatch(RecordTooLargeException.class::isInstance);
	}

	private ProducerRecord<byte[], byte[]> withoutContent(Batch.Unreadable unreadable) {
		ConsumerRecord<byte[], byte[]> message = unreadable.message();
		ProducerRecord<byte[], byte[]> deadLetter = new ProducerRecord<>(this.topics.deadLetters(message.topic()), null,
				null, null);
		describe(deadLetter, unreadable);
		header(deadLetter, "dlt-left-out", Long.toString(message.serializedKeySize() + message.serializedValueSize()));
		return deadLetter;
	}

	private ProducerRecord<byte[], byte[]> deadLetter(Batch.Unreadable unreadable) {
		ConsumerRecord<byte[], byte[]> message = unreadable.message();
		ProducerRecord<byte[], byte[]> deadLetter = new ProducerRecord<>(this.topics.deadLetters(message.topic()), null,
				message.key(), message.value());
		message.headers().forEach(deadLetter.headers()::add);
		deadLetter.headers().remove("dlt-left-out");
		describe(deadLetter, unreadable);
		return deadLetter;
	}

	private static void describe(ProducerRecord<byte[], byte[]> deadLetter, Batch.Unreadable unreadable) {
		ConsumerRecord<byte[], byte[]> message = unreadable.message();
		header(deadLetter, "dlt-reason", unreadable.reason());
		header(deadLetter, "dlt-original-topic", message.topic());
		header(deadLetter, "dlt-original-partition", Integer.toString(message.partition()));
		header(deadLetter, "dlt-original-offset", Long.toString(message.offset()));
		header(deadLetter, "dlt-original-timestamp", Long.toString(message.timestamp()));
	}

	private static void header(ProducerRecord<byte[], byte[]> deadLetter, String name, String value) {
		deadLetter.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
