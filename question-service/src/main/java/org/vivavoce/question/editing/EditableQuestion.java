package org.vivavoce.question.editing;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionDraftRevision;
import org.vivavoce.question.set.QuestionSet;

/**
 * A question that can be edited: it is in its set, or a draft of a new one.
 *
 * @param question as it is; at revision 0 when there is only a draft
 * @param title of its set
 * @param topics of its set
 */
record EditableQuestion(Question question, @Nullable QuestionDraftRevision draft, String title, List<String> topics) {

	static Optional<EditableQuestion> of(QuestionSet set, String id) {
		Optional<QuestionDraftRevision> draft = set.draft(id);
		List<String> topics = set.questions().map(Question::topic).distinct().sorted().toList();
		return set.question(id)
			.or(() -> draft.filter((each) -> set.retired(id).isEmpty()).map((each) -> unpublished(set, each)))
			.map((question) -> new EditableQuestion(question, draft.orElse(null), set.title(), topics));
	}

	/**
	 * Whether nobody can be asked it yet.
	 */
	boolean unpublished() {
		return this.question.revision() == 0;
	}

	private static Question unpublished(QuestionSet set, QuestionDraftRevision draft) {
		return Question.of(draft.text().draft(draft.id()), 0, set.draft(), draft.level(), null);
	}

}
