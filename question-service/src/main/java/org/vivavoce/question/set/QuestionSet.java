package org.vivavoce.question.set;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;

/**
 * A question set with the current revision of each of its questions.
 *
 * @param technology lower-case
 * @param revision from 1, higher with every change of its questions
 * @param levels ascending
 * @param retired questions that left the set, by id: when one comes back, its revisions
 * are counted on
 * @param drafts what is being written, by id of the question; no part of a revision
 * @param change who made this revision, when and why; null for one from before that was
 * kept
 */
public record QuestionSet(String id, String technology, String title, int revision, List<SetLevel> levels,
		List<RetiredQuestion> retired, List<QuestionDraftRevision> drafts, @Nullable Change change) {

	/**
	 * Stands for all sets where the id of one is; no set has it.
	 */
	public static final String ALL_SETS = "-";

	public QuestionSet {
		levels = List.copyOf(levels);
		retired = retired.stream().sorted(Comparator.comparing(RetiredQuestion::id)).toList();
		// one that was stored before there were drafts has no list of them
		drafts = (drafts != null) ? drafts.stream().sorted(Comparator.comparing(QuestionDraftRevision::id)).toList()
				: List.of();
	}

	/**
	 * Import a draft. A set stays with its technology.
	 */
	public static Decision<QuestionSet, ImportResult> importing(Optional<QuestionSet> current, QuestionSetDraft draft,
			Change change) {
		QuestionSet known = current.orElse(null);
		if (known != null && !known.technology().equals(draft.technology())) {
			return Decision.keep(new ImportResult.OtherTechnology(known.technology()));
		}
		QuestionSet revised = revise(known, draft, change);
		return (revised == known) ? Decision.keep(new ImportResult.Imported(revised, false))
				: Decision.write(revised, List.of(), new ImportResult.Imported(revised, true));
	}

	/**
	 * The set after an import. A question that did not change keeps its revision.
	 * @param current the set as it is, or null when there is none
	 * @return the current set itself when the draft says the same
	 */
	public static QuestionSet revise(@Nullable QuestionSet current, QuestionSetDraft draft, Change change) {
		if (current == null) {
			return new QuestionSet(draft.id(), draft.technology(), draft.title(), 1,
					revised(Map.of(), Map.of(), draft, change), List.of(), List.of(), change);
		}
		Map<String, Question> known = new HashMap<>();
		current.questions().forEach((question) -> known.put(question.id(), question));
		Map<String, RetiredQuestion> retired = new HashMap<>();
		current.retired().forEach((question) -> retired.put(question.id(), question));
		List<SetLevel> levels = revised(known, retired, draft, change);
		if (current.hasSameContent(draft.technology(), draft.title(), levels)) {
			return current;
		}
		known.values().forEach((question) -> retired.put(question.id(), RetiredQuestion.of(current, question, change)));
		draft.questions().forEach((question) -> retired.remove(question.id()));
		return new QuestionSet(current.id(), draft.technology(), draft.title(), current.revision() + 1, levels,
				List.copyOf(retired.values()), current.drafts(), change);
	}

	private static List<SetLevel> revised(Map<String, Question> known, Map<String, RetiredQuestion> retired,
			QuestionSetDraft draft, Change change) {
		List<SetLevel> levels = new ArrayList<>();
		for (LevelDraft level : draft.levels()) {
			List<Question> questions = level.questions().stream().map((question) -> {
				Question before = known.get(question.id());
				return (before != null) ? revised(before, question, draft, level.level(), change)
						: added(retired.get(question.id()), question, draft, level.level(), change);
			}).toList();
			levels.add(new SetLevel(level.level(), level.experience(), level.focus(), questions));
		}
		return levels;
	}

	private static Question revised(Question known, QuestionDraft question, QuestionSetDraft set, Level level,
			Change change) {
		Question same = Question.of(question, known.revision(), set, level, known.change());
		return same.equals(known) ? known : Question.of(question, known.revision() + 1, set, level, change);
	}

	private static Question added(@Nullable RetiredQuestion retiredQuestion, QuestionDraft question,
			QuestionSetDraft set, Level level, Change change) {
		return (retiredQuestion == null) ? Question.of(question, 1, set, level, change) : Question.of(question,
				retiredQuestion.revision() + 1, set, level, change.ending(retiredQuestion.change()));
	}

	private boolean hasSameContent(String technology, String title, List<SetLevel> levels) {
		return this.technology.equals(technology) && this.title.equals(title) && this.levels.equals(levels);
	}

	/**
	 * The next revision of the set.
	 */
	QuestionSet next(List<SetLevel> levels, List<RetiredQuestion> retired, Change change) {
		return new QuestionSet(this.id, this.technology, this.title, this.revision + 1, levels, retired, this.drafts,
				change);
	}

	/**
	 * The same revision of the set with other drafts.
	 */
	QuestionSet with(List<QuestionDraftRevision> drafts) {
		return new QuestionSet(this.id, this.technology, this.title, this.revision, this.levels, this.retired, drafts,
				this.change);
	}

	public Stream<Question> questions() {
		return this.levels.stream().flatMap((level) -> level.questions().stream());
	}

	public Optional<Question> question(String id) {
		return questions().filter((question) -> question.id().equals(id)).findFirst();
	}

	public Optional<RetiredQuestion> retired(String id) {
		return this.retired.stream().filter((each) -> each.id().equals(id)).findFirst();
	}

	public Optional<QuestionDraftRevision> draft(String id) {
		return this.drafts.stream().filter((each) -> each.id().equals(id)).findFirst();
	}

	public int size() {
		return this.levels.stream().mapToInt((level) -> level.questions().size()).sum();
	}

	/**
	 * The set as a document would state it.
	 */
	public QuestionSetDraft draft() {
		List<LevelDraft> drafts = this.levels.stream()
			.map((level) -> new LevelDraft(level.level(), level.experience(), level.focus(),
					level.questions().stream().map(Question::draft).toList()))
			.toList();
		return new QuestionSetDraft(this.id, this.technology, this.title, drafts);
	}

}
