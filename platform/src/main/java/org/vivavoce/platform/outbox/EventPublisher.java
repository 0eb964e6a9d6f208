package org.vivavoce.platform.outbox;

import java.util.Collection;
import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.kafka.core.KafkaOperations;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;

/**
 * Sends records to Kafka and waits until all replicas have them. Sending may block while
 * the broker is away: never call it on an event loop.
 */
public final class EventPublisher {

	private final KafkaOperations<byte[], byte[]> kafka;

	private final Envelopes envelopes;

	public EventPublisher(KafkaOperations<byte[], byte[]> kafka, Envelopes envelopes) {
		this.kafka = kafka;
		this.envelopes = envelopes;
	}

	/**
	 * Publish events in their order.
	 * @return completes when all are acknowledged, fails when one is not
	 */
	public Mono<Void> publish(Collection<Envelope> events) {
		return send(events.stream().map(this.envelopes.codec()::encode).toList());
	}

	/**
	 * Remove keys from a compacted topic.
	 * @return completes when all are acknowledged, fails when one is not
	 */
	public Mono<Void> publishTombstones(EventType type, Collection<String> keys) {
		return send(keys.stream()
			.map((key) -> this.envelopes.codec().tombstone(type, this.envelopes.source(), key, this.envelopes.now()))
			.toList());
	}

	/**
	 * Send records in their order.
	 * @return completes when all are acknowledged, fails when one is not
	 */
	public Mono<Void> send(List<ProducerRecord<byte[], byte[]>> messages) {
		return Mono.defer(() -> {
			// all are handed over before the first is waited for, so that they share
			// requests to the broker
			var sent = messages.stream().map(this.kafka::send).toList();
			return Flux.fromIterable(sent).concatMap(Mono::fromFuture).then();
		});
	}

}
