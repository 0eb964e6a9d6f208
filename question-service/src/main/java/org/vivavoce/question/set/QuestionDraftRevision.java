package org.vivavoce.question.set;

import java.util.List;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.QuestionDraft;

/**
 * A revision of a question that somebody is still writing. Nobody is asked it.
 *
 * @param id of the question, which need not be in its set yet
 * @param base the revision that it began at; 0 for a new question
 * @param version from 1, higher with every time it is saved
 * @param text may be unfinished
 * @param change who saved it last, when and why
 */
public record QuestionDraftRevision(String id, Level level, int base, int version, QuestionEdit text, Change change) {

	/**
	 * The question that would be published.
	 * @param older revisions of it, latest first
	 */
	QuestionDraft document(QuestionSet set, List<Question> older) {
		return set.question(this.id)
			.map((current) -> this.text.draft(current, older))
			.orElseGet(() -> this.text.draft(this.id));
	}

}
