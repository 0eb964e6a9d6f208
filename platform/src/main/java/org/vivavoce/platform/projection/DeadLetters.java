package org.vivavoce.platform.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;

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

	Mono<Void> publish(List<Batch.Unreadable> unreadable) {
		return this.publisher.send(unreadable.stream().map(this::deadLetter).toList());
	}

	private ProducerRecord<byte[], byte[]> deadLetter(Batch.Unreadable unreadable) {
		ConsumerRecord<byte[], byte[]> message = unreadable.message();
		ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(this.topics.deadLetters(message.topic()), null,
				message.key(), message.value());
		message.headers().forEach(letter.headers()::add);
		header(letter, "dlt-reason", unreadable.reason());
		header(letter, "dlt-original-topic", message.topic());
		header(letter, "dlt-original-partition", Integer.toString(message.partition()));
		header(letter, "dlt-original-offset", Long.toString(message.offset()));
		header(letter, "dlt-original-timestamp", Long.toString(message.timestamp()));
		return letter;
	}

	private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
		letter.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
