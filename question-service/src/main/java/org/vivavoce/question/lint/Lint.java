package org.vivavoce.question.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionSet;

/**
 * Looks over all questions for what makes interviews worse. It would rather miss
 * something than cry wolf.
 */
public final class Lint {

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
					DuplicateLint.of(questions, (question) -> true).stream(), CoverageLint.of(sets).stream())
			.flatMap((findings) -> findings)
			.sorted(ORDER)
			.toList();
	}

	/**
	 * What is worth another look in some questions of a set.
	 * @param others the other sets, which may ask for the same
	 */
	public static List<Finding> of(QuestionSet set, Set<String> ids, List<QuestionSet> others) {
		Predicate<Question> wanted = (question) -> question.set().equals(set.id()) && ids.contains(question.id());
		List<Question> questions = Stream.concat(others.stream(), Stream.of(set))
			.flatMap(QuestionSet::questions)
			.toList();
		return Stream
			.concat(questions.stream().filter(wanted).flatMap((question) -> QuestionLint.of(question).stream()),
					DuplicateLint.of(questions, wanted).stream())
			.sorted(ORDER)
			.toList();
	}

}
