package org.vivavoce.question.editing;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

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
	 * @param sent fields by name
	 * @throws ProblemException {@link ProblemTypes#MALFORMED} without a revision
	 */
	static EditRequest of(Function<String, @Nullable String> sent) {
		return new EditRequest(revision(sent.apply("revision")), field(sent, "draft"), field(sent, "reason"),
				field(sent, "action").equals("draft"), QuestionForm.read((field) -> field(sent, field.key())));
	}

	private static String field(Function<String, @Nullable String> sent, String name) {
		return Optional.ofNullable(sent.apply(name)).orElse("");
	}

	private static int revision(@Nullable String text) {
		if (text == null || !text.matches("[0-9]{1,9}")) {
			throw new ProblemException(ProblemTypes.MALFORMED, "revision: the one at which the edit began");
		}
		return Integer.parseInt(text);
	}

	DraftService.Condition condition() {
		return this.draft.isEmpty() ? new DraftService.Condition(null, "*")
				: new DraftService.Condition(this.draft, null);
	}

}
