package org.vivavoce.question.set;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;

/**
 * Keeps drafts beside the questions of a set, and publishes them.
 */
public final class SetDrafts {

	private SetDrafts() {
	}

	/**
	 * The set with a draft in its place.
	 * @param base the revision that it begins at; 0 for a new question
	 */
	public static QuestionSet save(QuestionSet set, String id, Level level, int base, QuestionEdit text,
			Change change) {
		int version = set.draft(id).map(QuestionDraftRevision::version).orElse(0) + 1;
		return set.with(
				Stream
					.concat(without(set, id).stream(),
							Stream.of(new QuestionDraftRevision(id, level, base, version, text, change)))
					.toList());
	}

	public static QuestionSet discard(QuestionSet set, String id) {
		return set.with(without(set, id));
	}

	/**
	 * The set with a draft as the current revision of its question. A new question comes
	 * to the end of its level.
	 * @param older revisions of the question, latest first
	 * @param change whose author is who publishes
	 */
	public static QuestionSet publish(QuestionSet set, QuestionDraftRevision draft, List<Question> older,
			Change change) {
		Change written = new Change(Change.Action.PUBLISHED, draft.change().author(), change.author(), change.at(),
				Optional.ofNullable(change.reason()).orElse(draft.change().reason()), null);
		QuestionDraft document = draft.document(set, older);
		QuestionSetDraft whole = set.question(draft.id()).isPresent() ? set.draft().with(document)
				: set.draft().adding(draft.level(), document);
		return discard(QuestionSet.revise(set, whole, written), draft.id());
	}

	private static List<QuestionDraftRevision> without(QuestionSet set, String id) {
		return set.drafts().stream().filter((each) -> !each.id().equals(id)).toList();
	}

}
