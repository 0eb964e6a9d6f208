package org.vivavoce.question.hub;

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
record QuestionSet(String id, String technology, String title, int revision, List<SetLevel> levels,
		List<Retired> retired, List<DraftRevision> drafts, @Nullable Change change) {

	QuestionSet {
		levels = List.copyOf(levels);
		retired = retired.stream().sorted(Comparator.comparing(Retired::id)).toList();
		// one that was stored before there were drafts has no list of them
		drafts = (drafts != null) ? drafts.stream().sorted(Comparator.comparing(DraftRevision::id)).toList()
				: List.of();
	}

	/**
	 * Import a draft. A set stays with its technology.
	 */
	static Decision<QuestionSet, ImportResult> importing(Optional<QuestionSet> current, QuestionSetDraft draft,
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
	static QuestionSet revise(@Nullable QuestionSet current, QuestionSetDraft draft, Change change) {
		if (current == null) {
			return new QuestionSet(draft.id(), draft.technology(), draft.title(), 1,
					revised(Map.of(), Map.of(), draft, change), List.of(), List.of(), change);
		}
		Map<String, Question> known = new HashMap<>();
		current.questions().forEach((question) -> known.put(question.id(), question));
		Map<String, Retired> retired = new HashMap<>();
		current.retired().forEach((question) -> retired.put(question.id(), question));
		List<SetLevel> levels = revised(known, retired, draft, change);
		if (current.says(draft.technology(), draft.title(), levels)) {
			return current;
		}
		known.values().forEach((question) -> retired.put(question.id(), Retired.of(current, question, change)));
		draft.questions().forEach((question) -> retired.remove(question.id()));
		return new QuestionSet(current.id(), draft.technology(), draft.title(), current.revision() + 1, levels,
				List.copyOf(retired.values()), current.drafts(), change);
	}

	private static List<SetLevel> revised(Map<String, Question> known, Map<String, Retired> retired,
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
		Question same = question.revision(known.revision(), set, level, known.change());
		return same.equals(known) ? known : question.revision(known.revision() + 1, set, level, change);
	}

	private static Question added(@Nullable Retired retired, QuestionDraft question, QuestionSetDraft set, Level level,
			Change change) {
		return (retired == null) ? question.revision(1, set, level, change)
				: question.revision(retired.revision() + 1, set, level, change.ending(retired.change()));
	}

	private boolean says(String technology, String title, List<SetLevel> levels) {
		return this.technology.equals(technology) && this.title.equals(title) && this.levels.equals(levels);
	}

	/**
	 * The next revision of the set.
	 */
	QuestionSet next(List<SetLevel> levels, List<Retired> retired, Change change) {
		return new QuestionSet(this.id, this.technology, this.title, this.revision + 1, levels, retired, this.drafts,
				change);
	}

	/**
	 * The same revision of the set with other drafts.
	 */
	QuestionSet with(List<DraftRevision> drafts) {
		return new QuestionSet(this.id, this.technology, this.title, this.revision, this.levels, this.retired, drafts,
				this.change);
	}

	Stream<Question> questions() {
		return this.levels.stream().flatMap((level) -> level.questions().stream());
	}

	Optional<Question> question(String id) {
		return questions().filter((question) -> question.id().equals(id)).findFirst();
	}

	Optional<Retired> retired(String id) {
		return this.retired.stream().filter((each) -> each.id().equals(id)).findFirst();
	}

	Optional<DraftRevision> draft(String id) {
		return this.drafts.stream().filter((each) -> each.id().equals(id)).findFirst();
	}

	int size() {
		return this.levels.stream().mapToInt((level) -> level.questions().size()).sum();
	}

	/**
	 * The set as a document would state it.
	 */
	QuestionSetDraft draft() {
		List<LevelDraft> drafts = this.levels.stream()
			.map((level) -> new LevelDraft(level.level(), level.experience(), level.focus(),
					level.questions().stream().map(Question::draft).toList()))
			.toList();
		return new QuestionSetDraft(this.id, this.technology, this.title, drafts);
	}

}
