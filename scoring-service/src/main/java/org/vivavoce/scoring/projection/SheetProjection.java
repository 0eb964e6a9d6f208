package org.vivavoce.scoring.projection;

import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.projection.Projection;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.scoring.directory.SheetDirectory;
import org.vivavoce.scoring.sheet.CandidateSheets;

/**
 * Folds the events about interviews into the sheets.
 */
final class SheetProjection implements Projection<CandidateSheets> {

	private final AggregateStore<CandidateSheets> store;

	private final SheetDirectory directory;

	SheetProjection(AggregateStore<CandidateSheets> store, SheetDirectory directory) {
		this.store = store;
		this.directory = directory;
	}

	@Override
	public String name() {
		return "score-sheets";
	}

	@Override
	public Set<EventType> consumes() {
		return Set.of(EventType.CANDIDATE_PROFILED, EventType.INTERVIEW_OPENED, EventType.QUESTION_SERVED,
				EventType.INTERVIEW_CLOSED);
	}

	@Override
	public AggregateStore<CandidateSheets> store() {
		return this.store;
	}

	@Override
	public @Nullable CandidateSheets apply(@Nullable CandidateSheets state, Envelope envelope) {
		return CandidateSheets.fold(state, envelope);
	}

	@Override
	public Mono<Void> written(Collection<Stored<CandidateSheets>> touched) {
		return this.directory.enter(touched);
	}

}
