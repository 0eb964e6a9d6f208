package org.vivavoce.question.editing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionSet;
import org.vivavoce.question.set.RetiredQuestion;

/**
 * Lists the questions that no new interview asks: drafts, and what is retired.
 */
final class UnlistedQuestions {

	private static final int ALL = Integer.MAX_VALUE;

	private final QuestionHub hub;

	UnlistedQuestions(QuestionHub hub) {
		this.hub = hub;
	}

	/**
	 * A place in a list, by set and question.
	 */
	record After(String set, String question) implements Comparable<After> {

		@Override
		public int compareTo(After other) {
			return Comparator.comparing(After::set).thenComparing(After::question).compare(this, other);
		}

	}

	/**
	 * Drafts by set and question.
	 * @param set null for all
	 * @param after null to begin
	 * @return fails with {@link ProblemTypes#NOT_FOUND}
	 */
	Mono<List<DraftService.Kept>> drafts(@Nullable String set, @Nullable After after, int limit) {
		return sets(set).map((sets) -> sets.stream()
			.flatMap((each) -> each.drafts().stream().map((draft) -> new DraftService.Kept(each, draft)))
			.filter(later(after, (kept) -> new After(kept.set().id(), kept.draft().id())))
			.limit(limit)
			.toList());
	}

	/**
	 * Retired questions by set and question.
	 * @param set null for all
	 * @param after null to begin
	 * @return fails with {@link ProblemTypes#NOT_FOUND}
	 */
	Mono<List<RetirementService.Left>> retired(@Nullable String set, @Nullable After after, int limit) {
		return sets(set).map((sets) -> sets.stream()
			.flatMap((each) -> each.retired().stream().map((retiredQuestion) -> Map.entry(each.id(), retiredQuestion)))
			.filter(later(after, (entry) -> new After(entry.getKey(), entry.getValue().id())))
			.limit(limit)
			.map(Map.Entry::getValue)
			.toList())
			.flatMap((found) -> this.hub.texts(found.stream().map(UnlistedQuestions::key).toList())
				.map((texts) -> found.stream()
					.filter((retiredQuestion) -> texts.containsKey(key(retiredQuestion)))
					.map((retiredQuestion) -> new RetirementService.Left(
							Objects.requireNonNull(texts.get(key(retiredQuestion))), retiredQuestion))
					.toList()));
	}

	private static String key(RetiredQuestion retiredQuestion) {
		return Question.key(retiredQuestion.id(), retiredQuestion.revision());
	}

	private static <T> Predicate<T> later(@Nullable After after, Function<T, After> place) {
		return (each) -> after == null || place.apply(each).compareTo(after) > 0;
	}

	private Mono<List<QuestionSet>> sets(@Nullable String set) {
		return (set == null) ? this.hub.sets(null, ALL).collectList() : this.hub.set(set)
			.map(List::of)
			.switchIfEmpty(Mono
				.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no question set '" + set + "'")));
	}

}
