package org.vivavoce.question.hub;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks over all questions for what makes interviews worse. It would rather miss
 * something than cry wolf.
 */
final class Lint {

	private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::set)
		.thenComparing(Finding::rule)
		.thenComparing(Finding::level);

	private Lint() {
	}

	/**
	 * All findings by set and rule.
	 */
	static List<Finding> of(List<QuestionSet> sets) {
		List<Question> questions = sets.stream().flatMap(QuestionSet::questions).toList();
		return Stream
			.of(questions.stream().flatMap((question) -> QuestionLint.of(question).stream()),
					DuplicateLint.of(questions).stream(), CoverageLint.of(sets).stream())
			.flatMap((findings) -> findings)
			.sorted(ORDER)
			.toList();
	}

}
