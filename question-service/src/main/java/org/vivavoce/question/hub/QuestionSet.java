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
 * @param revision from 1, higher with every import that changed something
 * @param levels ascending
 * @param retired questions that left the set, by id: when one comes back, its revisions
 * are counted on
 */
record QuestionSet(String id, String technology, String title, int revision, List<SetLevel> levels,
		List<Retired> retired) {

	QuestionSet {
		levels = List.copyOf(levels);
		retired = List.copyOf(retired);
	}

	/**
	 * A question that left the set.
	 *
	 * @param revision the last one that it had
	 */
	record Retired(String id, int revision) {

	}

	/**
	 * Import a draft. A set stays with its technology.
	 */
	static Decision<QuestionSet, ImportResult> importing(Optional<QuestionSet> current, QuestionSetDraft draft) {
		QuestionSet known = current.orElse(null);
		if (known != null && !known.technology().equals(draft.technology())) {
			return Decision.keep(new ImportResult.OtherTechnology(known.technology()));
		}
		QuestionSet revised = revise(known, draft);
		return (revised == known) ? Decision.keep(new ImportResult.Imported(revised, false))
				: Decision.write(revised, List.of(), new ImportResult.Imported(revised, true));
	}

	/**
	 * The set after an import. A question that did not change keeps its revision.
	 * @param current the set as it is, or null when there is none
	 * @return the current set itself when the draft says the same
	 */
	static QuestionSet revise(@Nullable QuestionSet current, QuestionSetDraft draft) {
		if (current == null) {
			return new QuestionSet(draft.id(), draft.technology(), draft.title(), 1, revised(Map.of(), Map.of(), draft),
					List.of());
		}
		Map<String, Question> known = new HashMap<>();
		current.questions().forEach((question) -> known.put(question.id(), question));
		Map<String, Integer> retired = new HashMap<>();
		current.retired().forEach((question) -> retired.put(question.id(), question.revision()));
		List<SetLevel> levels = revised(known, retired, draft);
		if (current.says(draft.technology(), draft.title(), levels)) {
			return current;
		}
		known.values().forEach((question) -> retired.put(question.id(), question.revision()));
		draft.questions().forEach((question) -> retired.remove(question.id()));
		List<Retired> left = retired.entrySet()
			.stream()
			.map((entry) -> new Retired(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparing(Retired::id))
			.toList();
		return new QuestionSet(current.id(), draft.technology(), draft.title(), current.revision() + 1, levels, left);
	}

	private static List<SetLevel> revised(Map<String, Question> known, Map<String, Integer> retired,
			QuestionSetDraft draft) {
		List<SetLevel> levels = new ArrayList<>();
		for (LevelDraft level : draft.levels()) {
			List<Question> questions = level.questions()
				.stream()
				.map((question) -> revised(known.get(question.id()), retired.getOrDefault(question.id(), 0), question,
						draft, level.level()))
				.toList();
			levels.add(new SetLevel(level.level(), level.experience(), level.focus(), questions));
		}
		return levels;
	}

	private static Question revised(@Nullable Question known, int retired, QuestionDraft question, QuestionSetDraft set,
			Level level) {
		if (known == null) {
			return question.revision(retired + 1, set, level);
		}
		Question same = question.revision(known.revision(), set, level);
		return same.equals(known) ? known : question.revision(known.revision() + 1, set, level);
	}

	private boolean says(String technology, String title, List<SetLevel> levels) {
		return this.technology.equals(technology) && this.title.equals(title) && this.levels.equals(levels);
	}

	Stream<Question> questions() {
		return this.levels.stream().flatMap((level) -> level.questions().stream());
	}

	Optional<Question> question(String id) {
		return questions().filter((question) -> question.id().equals(id)).findFirst();
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
