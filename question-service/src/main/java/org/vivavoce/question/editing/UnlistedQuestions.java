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
	record Position(String set, String question) implements Comparable<Position> {

		@Override
		public int compareTo(Position other) {
			return Comparator.comparing(Position::set).thenComparing(Position::question).compare(this, other);
		}

	}

	/**
	 * Drafts by set and question.
	 * @param set null for all
	 * @param after null to begin
	 * @return fails with {@link ProblemTypes#NOT_FOUND}
	 */
	Mono<List<DraftService.StoredDraft>> drafts(@Nullable String set, @Nullable Position after, int limit) {
		return sets(set).map((sets) -> sets.stream()
			.flatMap((each) -> each.drafts().stream().map((draft) -> new DraftService.StoredDraft(each, draft)))
			.filter(later(after, (kept) -> new Position(kept.set().id(), kept.draft().id())))
			.limit(limit)
			.toList());
	}

	/**
	 * Retired questions by set and question.
	 * @param set null for all
	 * @param after null to begin
	 * @return fails with {@link ProblemTypes#NOT_FOUND}
	 */
	Mono<List<RetirementService.RetiredRevision>> retired(@Nullable String set, @Nullable Position after, int limit) {
		return sets(set).map((sets) -> sets.stream()
			.flatMap((each) -> each.retired().stream().map((retiredQuestion) -> Map.entry(each.id(), retiredQuestion)))
			.filter(later(after, (entry) -> new Position(entry.getKey(), entry.getValue().id())))
			.limit(limit)
			.map(Map.Entry::getValue)
			.toList())
			.flatMap((found) -> this.hub.texts(found.stream().map(UnlistedQuestions::key).toList())
				.map((texts) -> found.stream()
					.filter((retiredQuestion) -> texts.containsKey(key(retiredQuestion)))
					.map((retiredQuestion) -> new RetirementService.RetiredRevision(
							Objects.requireNonNull(texts.get(key(retiredQuestion))), retiredQuestion))
					.toList()));
	}

	private static String key(RetiredQuestion retiredQuestion) {
		return Question.key(retiredQuestion.id(), retiredQuestion.revision());
	}

	private static <T> Predicate<T> later(@Nullable Position after, Function<T, Position> place) {
		return (each) -> after == null || place.apply(each).compareTo(after) > 0;
	}

	private Mono<List<QuestionSet>> sets(@Nullable String set) {
		return (set == null) ? this.hub.sets(null, ALL).collectList() : this.hub.set(set)
			.map(List::of)
			.switchIfEmpty(Mono
				.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no question set '" + set + "'")));
	}

}
