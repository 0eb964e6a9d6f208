package org.vivavoce.question.document.draft;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.vivavoce.contracts.Level;

/**
 * A question set as a document states it, free of faults.
 *
 * @param technology lower-case
 * @param levels ascending, each at most once
 */
public record QuestionSetDraft(String id, String technology, String title, List<LevelDraft> levels) {

	public QuestionSetDraft {
		levels = levels.stream().sorted(Comparator.comparing(LevelDraft::level)).toList();
	}

	public Stream<QuestionDraft> questions() {
		return this.levels.stream().flatMap((level) -> level.questions().stream());
	}

	/**
	 * The same set with one more question, at the end of its level.
	 */
	public QuestionSetDraft adding(Level level, QuestionDraft added) {
		List<LevelDraft> others = this.levels.stream().filter((each) -> each.level() != level).toList();
		LevelDraft own = this.levels.stream()
			.filter((each) -> each.level() == level)
			.findFirst()
			.orElseGet(() -> new LevelDraft(level, FieldRules.usualExperience(level), "", List.of()));
		return new QuestionSetDraft(this.id, this.technology, this.title,
				Stream.concat(others.stream(), Stream.of(own.adding(added))).toList());
	}

	/**
	 * The same set with another text of one of its questions.
	 */
	public QuestionSetDraft with(QuestionDraft changed) {
		return new QuestionSetDraft(this.id, this.technology, this.title,
				this.levels.stream().map((level) -> level.with(changed)).toList());
	}

}
