package org.vivavoce.question.hub;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.vivavoce.contracts.Level;

/**
 * Keeps drafts beside the questions of a set, and publishes them.
 */
final class DraftWriting {

	private DraftWriting() {
	}

	/**
	 * The set with a draft in its place.
	 * @param base the revision that it begins at; 0 for a new question
	 */
	static QuestionSet save(QuestionSet set, String id, Level level, int base, QuestionEdit text, Change change) {
		int version = set.draft(id).map(DraftRevision::version).orElse(0) + 1;
		return set.with(Stream
			.concat(without(set, id).stream(), Stream.of(new DraftRevision(id, level, base, version, text, change)))
			.toList());
	}

	static QuestionSet discard(QuestionSet set, String id) {
		return set.with(without(set, id));
	}

	/**
	 * The set with a draft as the current revision of its question. A new question comes
	 * to the end of its level.
	 * @param older revisions of the question, latest first
	 * @param change whose author is who publishes
	 */
	static QuestionSet publish(QuestionSet set, DraftRevision draft, List<Question> older, Change change) {
		Change written = new Change(Change.Action.PUBLISHED, draft.change().author(), change.author(), change.at(),
				Optional.ofNullable(change.reason()).orElse(draft.change().reason()), null);
		QuestionDraft document = draft.document(set, older);
		QuestionSetDraft whole = set.question(draft.id()).isPresent() ? set.draft().with(document)
				: set.draft().adding(draft.level(), document);
		return discard(QuestionSet.revise(set, whole, written), draft.id());
	}

	private static List<DraftRevision> without(QuestionSet set, String id) {
		return set.drafts().stream().filter((each) -> !each.id().equals(id)).toList();
	}

}
