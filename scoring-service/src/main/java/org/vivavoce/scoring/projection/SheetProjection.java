package org.vivavoce.scoring.projection;

import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.projection.Projection;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.scoring.sheet.InterviewSheet;
import org.vivavoce.scoring.store.Forgetting;

/**
 * Folds the events about interviews into their sheets.
 */
final class SheetProjection implements Projection<InterviewSheet> {

	private final AggregateStore<InterviewSheet> store;

	private final Forgetting forgetting;

	SheetProjection(AggregateStore<InterviewSheet> store, Forgetting forgetting) {
		this.store = store;
		this.forgetting = forgetting;
	}

	@Override
	public String name() {
		return "score-sheets";
	}

	@Override
	public Set<EventType> consumes() {
		return Set.of(EventType.INTERVIEW_OPENED, EventType.QUESTION_SERVED, EventType.INTERVIEW_CLOSED);
	}

	@Override
	public AggregateStore<InterviewSheet> store() {
		return this.store;
	}

	@Override
	public String documentId(Event event) {
		return event.subject();
	}

	@Override
	public @Nullable InterviewSheet apply(@Nullable InterviewSheet state, Envelope envelope) {
		return InterviewSheet.fold(state, envelope);
	}

	@Override
	public Mono<Void> written(Collection<Stored<InterviewSheet>> touched) {
		return this.forgetting.bySheets(touched);
	}

}
