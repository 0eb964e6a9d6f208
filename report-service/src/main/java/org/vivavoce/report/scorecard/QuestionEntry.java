package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.KeyPoint;
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
	 * @param keyPoints what ratings name by its id; empty in cards that were stored
	 * without
	 */
	record Asked(int questionRevision, Level level, String topic, String prompt, int position,
			@Nullable List<KeyPoint> keyPoints) {

		Asked {
			keyPoints = (keyPoints != null) ? List.copyOf(keyPoints) : List.of();
		}

		@Override
		public List<KeyPoint> keyPoints() {
			return Objects.requireNonNull(this.keyPoints);
		}

	}

}
