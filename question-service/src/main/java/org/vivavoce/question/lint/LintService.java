package org.vivavoce.question.lint;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.question.hub.QuestionHub;

/**
 * Looks over what the hub has.
 */
final class LintService {

	private final QuestionHub hub;

	LintService(QuestionHub hub) {
		this.hub = hub;
	}

	/**
	 * The findings of a set, or of all.
	 * @param set null for all
	 * @return fails with {@link ProblemTypes#NOT_FOUND}
	 */
	Mono<LintPage> look(@Nullable String set) {
		// each question is compared with each: that takes longer than an event loop has
		return this.hub.sets(null, Integer.MAX_VALUE)
			.collectList()
			.publishOn(Schedulers.boundedElastic())
			.map((sets) -> {
				if (set != null && sets.stream().noneMatch((each) -> each.id().equals(set))) {
					throw new ProblemException(ProblemTypes.NOT_FOUND, "There is no question set '" + set + "'");
				}
				return LintPage.of(sets, set);
			});
	}

}
