package org.vivavoce.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.broker.Refusal;
import org.vivavoce.platform.tracing.Traces;

/**
 * Sends records to Kafka and waits until all replicas have them. Sending may block while
 * the broker is away: never call it on an event loop.
 */
public final class EventPublisher {

	private final KafkaOperations<byte[], byte[]> kafka;

	private final Envelopes envelopes;

	private final MeterRegistry meters;

	private final Traces traces;

	public EventPublisher(KafkaOperations<byte[], byte[]> kafka, Envelopes envelopes, MeterRegistry meters,
			Traces traces) {
		this.kafka = kafka;
		this.envelopes = envelopes;
		this.meters = meters;
		this.traces = traces;
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
			var sent = messages.stream().map(this::send).toList();
			return Flux.fromIterable(sent).concatMap(Mono::fromFuture).then();
		});
	}

	/**
	 * A record that the broker will never take as it is.
	 *
	 * @param index its place among those that were offered, from 0
	 */
	public record Refused(int index, String reason) {

	}

	/**
	 * Send records in their order, and pass over those that the broker refuses for good,
	 * for example because they are too large.
	 * @return the refused ones, when all others are acknowledged; fails when one is not,
	 * because the broker is away or does not let the service in
	 */
	public Mono<List<Refused>> offer(List<ProducerRecord<byte[], byte[]>> messages) {
		return offer(messages, Refusal::ofRecord);
	}

	/**
	 * The same.
	 * @param refusal tells why a record is passed over; empty where the whole is to fail
	 */
	public Mono<List<Refused>> offer(List<ProducerRecord<byte[], byte[]>> messages,
			Function<Throwable, Optional<String>> refusal) {
		return Mono.defer(() -> {
			List<Mono<Refused>> sent = new ArrayList<>();
			for (int i = 0; i < messages.size(); i++) {
				sent.add(offer(messages.get(i), i, refusal));
			}
			return Flux.fromIterable(sent).concatMap((each) -> each).collectList();
		});
	}

	private Mono<Refused> offer(ProducerRecord<byte[], byte[]> message, int index,
			Function<Throwable, Optional<String>> refusal) {
		CompletableFuture<SendResult<byte[], byte[]>> sent;
		try {
			sent = send(message);
		}
		catch (RuntimeException ex) {
			sent = CompletableFuture.failedFuture(ex);
		}
		return Mono.fromFuture(sent)
			.then(Mono.<Refused>empty())
			.onErrorResume((ex) -> refusal.apply(ex)
				.map((reason) -> Mono.just(new Refused(index, reason)))
				.orElseGet(() -> Mono.error(ex)));
	}

	private CompletableFuture<SendResult<byte[], byte[]>> send(ProducerRecord<byte[], byte[]> message) {
		Optional<Span> span = span(message);
		try {
			return this.kafka.send(message).whenComplete((result, failure) -> end(message, span, failure));
		}
		catch (RuntimeException ex) {
			end(message, span, ex);
			throw ex;
		}
	}

	/**
	 * What reads the record goes on from its publication.
	 */
	private Optional<Span> span(ProducerRecord<byte[], byte[]> message) {
		Header parent = message.headers().lastHeader(Traces.TRACEPARENT);
		if (parent == null || parent.value() == null) {
			return Optional.empty();
		}
		Optional<Span> span = this.traces.follow(new String(parent.value(), StandardCharsets.UTF_8),
				"publish " + message.topic(), Span.Kind.PRODUCER);
		span.ifPresent((started) -> message.headers()
			.remove(Traces.TRACEPARENT)
			.add(Traces.TRACEPARENT, Traces.of(started).getBytes(StandardCharsets.UTF_8)));
		return span;
	}

	private void end(ProducerRecord<byte[], byte[]> message, Optional<Span> span, @Nullable Throwable failure) {
		count(message.topic(), (failure == null) ? "published" : "failed");
		span.ifPresent((started) -> {
			if (failure != null) {
				started.error(failure);
			}
			started.end();
		});
	}

	private void count(String topic, String outcome) {
		Counter.builder("vivavoce.publisher.events")
			.description("Records given to Kafka, by what became of them")
			.tags("topic", topic, "outcome", outcome)
			.register(this.meters)
			.increment();
	}

}
