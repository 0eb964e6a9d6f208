package org.vivavoce.report.projection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.ScorecardUpdated;
import org.vivavoce.platform.outbox.Envelopes;
import org.vivavoce.platform.outbox.EventPublisher;
import org.vivavoce.platform.projection.Projection;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.report.scorecard.CardDocument;
import org.vivavoce.report.scorecard.CardState;
import org.vivavoce.report.scorecard.Grading;

/**
 * Folds the events about a candidate into the candidate's scorecard, whoever wrote them.
 */
@Component
public final class ScorecardProjection implements Projection<CardDocument> {

	/**
	 * The name of the projection and of its consumer group.
	 */
	public static final String NAME = "scorecards";

	static final Set<EventType> CONSUMED = Set.copyOf(EnumSet.complementOf(EnumSet.of(EventType.SCORECARD_UPDATED)));

	private final AggregateStore<CardDocument> store;

	private final Grading grading;

	private final EventPublisher publisher;

	private final Envelopes envelopes;

	ScorecardProjection(AggregateStore<CardDocument> store, Grading grading, EventPublisher publisher,
			Envelopes envelopes) {
		this.store = store;
		this.grading = grading;
		this.publisher = publisher;
		this.envelopes = envelopes;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Set<EventType> consumes() {
		return CONSUMED;
	}

	@Override
	public AggregateStore<CardDocument> store() {
		return this.store;
	}

	@Override
	public boolean deadLetters() {
		return true;
	}

	@Override
	public CardDocument apply(@Nullable CardDocument document, Envelope envelope) {
		CardState before = (document != null) ? document.card() : CardState.unknown(envelope.event().candidateId());
		CardState after = before.apply(envelope);
		return (document != null && after == before) ? document : CardDocument.of(after, this.grading);
	}

	/**
	 * Tell of all cards that had events, also of those that did not change: if the
	 * service died between a write and its publication, the batch comes again and finds
	 * everything written.
	 */
	@Override
	public Mono<Void> written(Collection<Stored<CardDocument>> touched) {
		List<Envelope> updates = new ArrayList<>();
		List<String> forgotten = new ArrayList<>();
		for (Stored<CardDocument> stored : touched) {
			stored.state()
				.summary(this.grading)
				.ifPresentOrElse((summary) -> updates.add(stamp(summary.event())), () -> forgotten.add(stored.id()));
		}
		// both are sent from this thread, which may block
		return Mono.when(this.publisher.publish(updates),
				this.publisher.publishTombstones(EventType.SCORECARD_UPDATED, forgotten));
	}

	/**
	 * The same summary gets the same id, so that a repetition is known as one.
	 */
	private Envelope stamp(ScorecardUpdated event) {
		Envelope stamped = this.envelopes.stamp(event);
		String id = UUID.nameUUIDFromBytes(event.toString().getBytes(StandardCharsets.UTF_8)).toString();
		return new Envelope(id, stamped.source(), stamped.time(), stamped.traceparent(), event);
	}

}
