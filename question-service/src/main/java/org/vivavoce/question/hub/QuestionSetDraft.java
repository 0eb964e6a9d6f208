package org.vivavoce.question.hub;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A question set as a document states it, free of faults.
 *
 * @param technology lower-case
 * @param levels ascending, each at most once
 */
record QuestionSetDraft(String id, String technology, String title, List<LevelDraft> levels) {

	QuestionSetDraft {
		levels = levels.stream().sorted(Comparator.comparing(LevelDraft::level)).toList();
	}

	Stream<QuestionDraft> questions() {
		return this.levels.stream().flatMap((level) -> level.questions().stream());
	}

	/**
	 * The same set with another text of one of its questions.
	 */
	QuestionSetDraft with(QuestionDraft changed) {
		return new QuestionSetDraft(this.id, this.technology, this.title,
				this.levels.stream().map((level) -> level.with(changed)).toList());
	}

}
