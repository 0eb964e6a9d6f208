package org.vivavoce.platform.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import reactor.core.publisher.Mono;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.platform.projection.ProjectionMeters.Step;
import org.vivavoce.platform.store.Stored;

/**
 * Folds a batch into the documents: one read for all, one write for each that changes,
 * again for those that somebody else has written meanwhile.
 */
final class BatchFold<S> {

	private final Projection<S> projection;

	private final ProjectionMeters meters;

	BatchFold(Projection<S> projection, ProjectionMeters meters) {
		this.projection = projection;
		this.meters = meters;
	}

	/**
	 * Fold and write.
	 * @return the documents that had events, as they are stored now
	 */
	Mono<Collection<Stored<S>>> fold(Map<String, List<Envelope>> events) {
		return fold(events, events.keySet(), new HashMap<>()).map(Map::values);
	}

	private Mono<Map<String, Stored<S>>> fold(Map<String, List<Envelope>> events, Set<String> ids,
			Map<String, Stored<S>> done) {
		if (ids.isEmpty()) {
			return Mono.just(done);
		}
		var load = this.projection.store().findAll(ids).collectMap(Stored::id);
		return this.meters.timed(Step.LOAD, load).flatMap((loaded) -> {
			List<Stored<S>> changed = new ArrayList<>();
			this.meters.step(Step.FOLD).record(() -> {
				for (String id : ids) {
					apply(id, loaded.get(id), events.getOrDefault(id, List.of()), changed, done);
				}
			});
			return this.meters.timed(Step.WRITE, this.projection.store().saveAll(changed))
				.flatMap((conflicts) -> fold(events, new HashSet<>(conflicts), done));
		});
	}

	private void apply(String id, @org.jspecify.annotations.Nullable Stored<S> before, List<Envelope> events,
			List<Stored<S>> changed, Map<String, Stored<S>> done) {
		S state = (before != null) ? before.state() : null;
		for (Envelope event : events) {
			state = this.projection.apply(state, event);
		}
		if (state == null) {
			return;
		}
		long guard = (before != null) ? before.guard() : 0;
		boolean unchanged = before != null && state.equals(before.state());
		if (!unchanged) {
			changed.add(new Stored<>(id, guard, state));
		}
		done.put(id, new Stored<>(id, unchanged ? guard : guard + 1, state));
	}

}
