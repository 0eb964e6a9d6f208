package org.vivavoce.question.hub;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A question that can be edited: it is in its set, or a draft of a new one.
 *
 * @param question as it is; at revision 0 when there is only a draft
 * @param title of its set
 * @param topics of its set
 */
record Editable(Question question, @Nullable DraftRevision draft, String title, List<String> topics) {

	static Optional<Editable> of(QuestionSet set, String id) {
		Optional<DraftRevision> draft = set.draft(id);
		List<String> topics = set.questions().map(Question::topic).distinct().sorted().toList();
		return set.question(id)
			.or(() -> draft.filter((each) -> set.retired(id).isEmpty()).map((each) -> unpublished(set, each)))
			.map((question) -> new Editable(question, draft.orElse(null), set.title(), topics));
	}

	/**
	 * Whether nobody can be asked it yet.
	 */
	boolean unpublished() {
		return this.question.revision() == 0;
	}

	private static Question unpublished(QuestionSet set, DraftRevision draft) {
		return draft.text().draft(draft.id()).revision(0, set.draft(), draft.level(), null);
	}

}
