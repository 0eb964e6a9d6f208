package org.vivavoce.report.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.projection.Projection;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.report.generation.GenerationName;
import org.vivavoce.report.generation.GenerationStore;
import org.vivavoce.report.generation.Generations;
import org.vivavoce.report.scorecard.CardDocument;
import org.vivavoce.report.scorecard.CardState;
import org.vivavoce.report.scorecard.Grading;

/**
 * Folds the events about a candidate into the candidate's scorecard, whoever wrote them.
 * One generation of it; only the live one publishes.
 */
final class ScorecardProjection implements Projection<CardDocument> {

	static final Set<EventType> CONSUMED = Set.copyOf(EnumSet.complementOf(EnumSet.of(EventType.SCORECARD_UPDATED)));

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final int generation;

	private final AggregateStore<CardDocument> store;

	private final Grading grading;

	private final GenerationStore generations;

	private final ScorecardPublisher publisher;

	ScorecardProjection(int generation, AggregateStore<CardDocument> store, Grading grading,
			GenerationStore generations, ScorecardPublisher publisher) {
		this.generation = generation;
		this.store = store;
		this.grading = grading;
		this.generations = generations;
		this.publisher = publisher;
	}

	@Override
	public String name() {
		return GenerationName.projection(this.generation);
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
	public boolean isOnlyWriter() {
		return true;
	}

	@Override
	public boolean deadLetters() {
		return this.generations.publishingMode(this.generation).block(TIMEOUT) != Generations.PublishingMode.OFF;
	}

	/**
	 * What a generation that nobody reads cannot hold is told when it goes live.
	 */
	@Override
	public boolean deadLettersOfItsOwn() {
		return deadLetters();
	}

	@Override
	public CardDocument apply(@Nullable CardDocument document, Envelope envelope) {
		CardState before = (document != null) ? document.card() : CardState.unknown(envelope.event().candidateId());
		CardState after = before.apply(envelope);
		return (document != null && after == before) ? document : CardDocument.of(after, this.grading);
	}

	/**
	 * Publish all cards that had events, also those that did not change: if the service
	 * died between a write and its publication, the batch comes again and finds
	 * everything written. The mode is looked up after the write: a batch that is not
	 * published was written before the swap, so the comparison after the swap finds it.
	 */
	@Override
	public Mono<Void> written(Collection<Stored<CardDocument>> touched) {
		return this.generations.publishingMode(this.generation)
			// sending may block
			.publishOn(Schedulers.boundedElastic())
			.flatMap((mode) -> switch (mode) {
				case ACTIVE -> this.publisher.publish(touched, this.store);
				case DRAINING -> this.publisher.publishLive(touched.stream().map(Stored::id).toList());
				case OFF -> Mono.empty();
			});
	}

}
