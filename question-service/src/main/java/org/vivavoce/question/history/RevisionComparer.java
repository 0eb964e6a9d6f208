package org.vivavoce.question.history;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.set.Question;

/**
 * Compares revisions of a question.
 */
final class RevisionComparer {

	private final QuestionHub hub;

	RevisionComparer(QuestionHub hub) {
		this.hub = hub;
	}

	/**
	 * What came of a comparison.
	 *
	 * @param revisions that can be compared, the latest first
	 */
	record ComparisonResult(RevisionComparison comparison, List<Integer> revisions) {

	}

	/**
	 * The revisions of a question, the latest first.
	 * @return fails with {@link ProblemTypes#NOT_FOUND}
	 */
	Mono<List<Question>> revisions(String id) {
		return this.hub.revisions(id)
			.filter((revisions) -> !revisions.isEmpty())
			.switchIfEmpty(Mono
				.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no question '" + id + "'")));
	}

	/**
	 * Compare two revisions.
	 * @param from null for the one before the other; the first one has none before it and
	 * is compared with itself
	 * @param to null for the latest
	 * @return fails with {@link ProblemTypes#NOT_FOUND}
	 */
	Mono<ComparisonResult> compare(String id, @Nullable Integer from, @Nullable Integer to) {
		return revisions(id).map((revisions) -> {
			Question later = (to != null) ? find(revisions, to) : revisions.getFirst();
			Question earlier = (from != null) ? find(revisions, from)
					: revisions.get(Math.min(revisions.indexOf(later) + 1, revisions.size() - 1));
			return new ComparisonResult(RevisionComparison.of(earlier, later),
					revisions.stream().map(Question::revision).toList());
		});
	}

	private static Question find(List<Question> revisions, int revision) {
		return revisions.stream()
			.filter((question) -> question.revision() == revision)
			.findFirst()
			.orElseThrow(() -> new ProblemException(ProblemTypes.NOT_FOUND,
					"There is no question '" + revisions.getFirst().id() + "' with revision " + revision));
	}

}
