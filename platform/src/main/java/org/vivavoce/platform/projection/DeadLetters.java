package org.vivavoce.platform.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.vivavoce.contracts.Topics;
import org.vivavoce.platform.broker.Refusal;
import org.vivavoce.platform.outbox.EventPublisher;

/**
 * Puts records that cannot be read or applied aside, with key, value and headers as they
 * came.
 */
final class DeadLetters {

	private final EventPublisher publisher;

	private final Topics topics;

	private final String consumer;

	/**
	 * @param consumer who cannot use the records
	 */
	DeadLetters(EventPublisher publisher, Topics topics, String consumer) {
		this.publisher = publisher;
		this.topics = topics;
		this.consumer = consumer;
	}

	/**
	 * A record to put aside.
	 *
	 * @param kind {@code unreadable} or {@code unwritable}
	 * @param reason in a sentence
	 */
	record Rejected(ConsumerRecord<byte[], byte[]> message, String kind, String reason) {

		static Rejected of(Batch.Unreadable unreadable) {
			return new Rejected(unreadable.message(), "unreadable", unreadable.reason());
		}

		static Rejected of(Unwritable unwritable) {
			return new Rejected(unwritable.message(), "unwritable", unwritable.reason());
		}

	}

	/**
	 * Publish all. A record that is refused with the headers that are added goes without
	 * its value: that stays where the record came from, and what follows it is not held
	 * up.
	 */
	Mono<Void> publish(List<Rejected> rejected) {
		return this.publisher.offer(rejected.stream().map(this::deadLetter).toList(), DeadLetters::refusal)
			.flatMap((refused) -> refused.isEmpty() ? Mono.empty()
					: this.publisher
						.send(refused.stream().map((each) -> withoutContent(rejected.get(each.index()))).toList())
						// not on the thread on which the one before failed: that may be
						// Kafka's own
						.subscribeOn(Schedulers.boundedElastic()));
	}

	/**
	 * Nothing that a record holds may keep it from being put aside.
	 */
	private static Optional<String> refusal(Throwable failure) {
		return Refusal.ofRecord(failure)
			.or(() -> DocumentFault.isIn(failure) ? Optional.of(failure.toString()) : Optional.empty());
	}

	private ProducerRecord<byte[], byte[]> withoutContent(Rejected rejected) {
		ConsumerRecord<byte[], byte[]> message = rejected.message();
		ProducerRecord<byte[], byte[]> deadLetter = new ProducerRecord<>(this.topics.deadLetters(message.topic()), null,
				null, null);
		describe(deadLetter, rejected);
		header(deadLetter, "dlt-left-out", Long.toString(message.serializedKeySize() + message.serializedValueSize()));
		return deadLetter;
	}

	private ProducerRecord<byte[], byte[]> deadLetter(Rejected rejected) {
		ConsumerRecord<byte[], byte[]> message = rejected.message();
		ProducerRecord<byte[], byte[]> deadLetter = new ProducerRecord<>(this.topics.deadLetters(message.topic()), null,
				message.key(), message.value());
		message.headers().forEach(deadLetter.headers()::add);
		deadLetter.headers().remove("dlt-left-out");
		describe(deadLetter, rejected);
		return deadLetter;
	}

	private void describe(ProducerRecord<byte[], byte[]> deadLetter, Rejected rejected) {
		ConsumerRecord<byte[], byte[]> message = rejected.message();
		header(deadLetter, "dlt-reason", rejected.reason());
		header(deadLetter, "dlt-kind", rejected.kind());
		header(deadLetter, "dlt-consumer", this.consumer);
		header(deadLetter, "dlt-original-topic", message.topic());
		header(deadLetter, "dlt-original-partition", Integer.toString(message.partition()));
		header(deadLetter, "dlt-original-offset", Long.toString(message.offset()));
		header(deadLetter, "dlt-original-timestamp", Long.toString(message.timestamp()));
	}

	private static void header(ProducerRecord<byte[], byte[]> deadLetter, String name, String value) {
		deadLetter.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
