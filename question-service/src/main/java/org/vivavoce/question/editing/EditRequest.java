package org.vivavoce.question.editing;

import org.vivavoce.platform.page.FormFields;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * The form of a question as it was sent.
 *
 * @param revision at which the edit began; 0 for a new question
 * @param draft tag of the draft that it goes on with; empty for none
 * @param reason why, for the history; may be empty
 * @param unfinished whether it shall only be kept as a draft
 */
record EditRequest(int revision, String draft, String reason, boolean unfinished, QuestionForm text) {

	/**
	 * Read a form.
	 * @throws ProblemException {@link ProblemTypes#MALFORMED} without a revision
	 */
	static EditRequest of(FormFields sent) {
		return new EditRequest(revision(sent.typed("revision")), sent.typed("draft"), sent.typed("reason"),
				sent.typed("action").equals("draft"), QuestionForm.read((field) -> sent.typed(field.key())));
	}

	private static int revision(String text) {
		if (!text.matches("[0-9]{1,9}")) {
			throw new ProblemException(ProblemTypes.MALFORMED, "revision: the one at which the edit began");
		}
		return Integer.parseInt(text);
	}

	DraftService.Condition condition() {
		return this.draft.isEmpty() ? new DraftService.Condition(null, "*")
				: new DraftService.Condition(this.draft, null);
	}

}
