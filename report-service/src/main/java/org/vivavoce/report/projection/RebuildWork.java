package org.vivavoce.report.projection;

import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.report.generation.Build;
import org.vivavoce.report.generation.GenerationStore;
import org.vivavoce.report.generation.Generations;
import org.vivavoce.report.scorecard.CardDocument;
import org.vivavoce.report.scorecard.CardState;
import org.vivavoce.report.scorecard.Grading;

/**
 * The parts of a rebuild that take long. Every instance may do them at the same time: the
 * result is the same, and the first one counts.
 */
@Component
class RebuildWork {

	private static final int AT_ONCE = 16;

	private final GenerationCollections collections;

	private final GenerationComparison comparison;

	private final Grading grading;

	RebuildWork(GenerationCollections collections, GenerationComparison comparison, Grading grading) {
		this.collections = collections;
		this.comparison = comparison;
		this.grading = grading;
	}

	Mono<Void> next(GenerationStore generations) {
		return Mono.defer(generations::load).flatMap((now) -> {
			Build build = now.building();
			if (build == null) {
				return Mono.empty();
			}
			if (!build.seeded()) {
				return seed(now.live(), build.generation())
					.then(generations.change((current) -> current.seeded(build.generation())));
			}
			return (build.caughtUpAt() != null && build.compared() == null) ? compare(now, build, generations)
					: Mono.empty();
		}).then();
	}

	/**
	 * Compaction removes tombstones from the topic after a day; the live scorecards know
	 * for ever who was forgotten, and up to when. Without that knowledge a rebuild would
	 * bring people back from the topics that are not compacted.
	 */
	private Mono<Void> seed(int live, int generation) {
		AggregateStore<CardDocument> target = this.collections.store(generation);
		return this.collections.create(generation)
			.thenMany(this.collections.store(live)
				.find(Filters.exists("state.card.forgottenAt"), Sorts.ascending("_id"), Integer.MAX_VALUE))
			.flatMap((forgotten) -> seed(target, forgotten), AT_ONCE)
			.then();
	}

	private Mono<Boolean> seed(AggregateStore<CardDocument> target, Stored<CardDocument> forgotten) {
		CardState known = forgotten.state().card();
		CardState seed = new CardState(known.candidateId(), known.forgottenAt(), null, List.of());
		return target.change(forgotten.id(), (current) -> current.isPresent() ? Decision.keep(false)
				: Decision.write(CardDocument.of(seed, this.grading), List.of(), true));
	}

	private Mono<Generations> compare(Generations now, Build build, GenerationStore generations) {
		return Mono.fromCallable(() -> this.comparison.compare(now.live(), build.generation()))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((differences) -> generations.change((current) -> isStillToCompare(current, build)
					? current.compared(build.generation(), differences) : current));
	}

	private static boolean isStillToCompare(Generations current, Build build) {
		Build now = current.building();
		return now != null && now.generation() == build.generation() && now.compared() == null;
	}

}
