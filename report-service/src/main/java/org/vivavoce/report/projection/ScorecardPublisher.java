package org.vivavoce.report.projection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

import org.springframework.stereotype.Component;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.ScorecardUpdated;
import org.vivavoce.platform.outbox.Envelopes;
import org.vivavoce.platform.outbox.EventPublisher;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.platform.tracing.Traces;
import org.vivavoce.report.scorecard.CardDocument;
import org.vivavoce.report.scorecard.Grading;

/**
 * Publishes scorecards, at least once, so that the last record of each is its latest
 * state.
 */
@Component
class ScorecardPublisher {

	private final AggregateStore<CardDocument> live;

	private final Grading grading;

	private final EventPublisher publisher;

	private final Envelopes envelopes;

	ScorecardPublisher(AggregateStore<CardDocument> live, Grading grading, EventPublisher publisher,
			Envelopes envelopes) {
		this.live = live;
		this.grading = grading;
		this.publisher = publisher;
		this.envelopes = envelopes;
	}

	/**
	 * Publish these states. While partitions move, another instance may have written and
	 * published a later state before this one was acknowledged; so the guards are read
	 * once more, and what is stale is published again.
	 * @param store where they were written
	 */
	Mono<Void> publish(Collection<Stored<CardDocument>> states, AggregateStore<CardDocument> store) {
		if (states.isEmpty()) {
			return Mono.empty();
		}
		return send(states).then(Mono.defer(() -> store.guards(states.stream().map(Stored::id).toList())))
			.flatMap((guards) -> again(stale(states, guards), store));
	}

	/**
	 * Publish what is live of these candidates.
	 */
	Mono<Void> publishLive(Collection<String> ids) {
		return again(ids, this.live);
	}

	private Mono<Void> again(Collection<String> ids, AggregateStore<CardDocument> store) {
		return ids.isEmpty() ? Mono.empty() : store.findAll(ids)
			.collectList()
			// sending may block
			.publishOn(Schedulers.boundedElastic())
			.flatMap((found) -> publish(found, store));
	}

	private static List<String> stale(Collection<Stored<CardDocument>> published, Map<String, Long> guards) {
		Map<String, Long> expected = new HashMap<>();
		published.forEach((stored) -> expected.put(stored.id(), stored.guard()));
		return guards.entrySet()
			.stream()
			.filter((now) -> !now.getValue().equals(expected.get(now.getKey())))
			.map(Map.Entry::getKey)
			.toList();
	}

	private Mono<Void> send(Collection<Stored<CardDocument>> states) {
		return Mono.deferContextual((context) -> send(states, context));
	}

	private Mono<Void> send(Collection<Stored<CardDocument>> states, ContextView context) {
		List<Envelope> updates = new ArrayList<>();
		List<String> forgotten = new ArrayList<>();
		for (Stored<CardDocument> stored : states) {
			stored.state()
				.summary(this.grading)
				.ifPresentOrElse((summary) -> updates.add(stamp(summary.event(), Traces.cause(context, stored.id()))),
						() -> forgotten.add(stored.id()));
		}
		return Mono.when(this.publisher.publish(updates),
				this.publisher.publishTombstones(EventType.SCORECARD_UPDATED, forgotten));
	}

	Envelope stamp(ScorecardUpdated event) {
		return stamp(event, null);
	}

	/**
	 * The same summary gets the same id, so that a repetition is known as one.
	 */
	private Envelope stamp(ScorecardUpdated event, @Nullable String traceparent) {
		Envelope stamped = this.envelopes.stamp(event, traceparent);
		String id = UUID.nameUUIDFromBytes(event.toString().getBytes(StandardCharsets.UTF_8)).toString();
		return new Envelope(id, stamped.source(), stamped.time(), stamped.traceparent(), event);
	}

}
