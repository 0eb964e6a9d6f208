package org.vivavoce.question.document.draft;

import java.util.List;
import java.util.stream.Stream;

import org.vivavoce.contracts.Level;

/**
 * The part of a document that is about one level.
 *
 * @param experience what the level means, for example "2–5 years"
 * @param focus what its questions look at
 */
public record LevelDraft(Level level, String experience, String focus, List<QuestionDraft> questions) {

	public LevelDraft {
		questions = List.copyOf(questions);
	}

	LevelDraft adding(QuestionDraft added) {
		return new LevelDraft(this.level, this.experience, this.focus,
				Stream.concat(this.questions.stream(), Stream.of(added)).toList());
	}

	LevelDraft with(QuestionDraft changed) {
		return new LevelDraft(this.level, this.experience, this.focus,
				this.questions.stream()
					.map((question) -> question.id().equals(changed.id()) ? changed : question)
					.toList());
	}

}
