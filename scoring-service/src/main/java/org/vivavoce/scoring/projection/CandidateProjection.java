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
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.store.Forgetting;

/**
 * Folds profiles and tombstones into the candidates.
 */
final class CandidateProjection implements Projection<Candidate> {

	private final AggregateStore<Candidate> store;

	private final Forgetting forgetting;

	CandidateProjection(AggregateStore<Candidate> store, Forgetting forgetting) {
		this.store = store;
		this.forgetting = forgetting;
	}

	@Override
	public String name() {
		return "sheet-candidates";
	}

	@Override
	public Set<EventType> consumes() {
		return Set.of(EventType.CANDIDATE_PROFILED);
	}

	@Override
	public AggregateStore<Candidate> store() {
		return this.store;
	}

	@Override
	public @Nullable Candidate apply(@Nullable Candidate state, Envelope envelope) {
		return Candidate.fold(state, envelope);
	}

	@Override
	public Mono<Void> written(Collection<Stored<Candidate>> touched) {
		return this.forgetting.inSheetsOf(touched);
	}

}
