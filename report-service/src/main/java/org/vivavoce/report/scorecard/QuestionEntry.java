package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;

/**
 * A question that was put to the candidate in one interview.
 */
record QuestionEntry(String questionId, Register<Asked> asked) {

	static final Comparator<QuestionEntry> ORDER = Comparator.comparing(QuestionEntry::questionId);

	@Nullable QuestionEntry after(Instant forgotten) {
		Register<Asked> left = this.asked.after(forgotten);
		return (left != null) ? new QuestionEntry(this.questionId, left) : null;
	}

	/**
	 * The question as it was asked.
	 *
	 * @param position place in the interview, from 1
	 */
	record Asked(int questionRevision, Level level, String topic, String prompt, int position) {

	}

}
