package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;

/**
 * A question that was put to the candidate in one interview.
 */
record QuestionEntry(String questionId, @JsonProperty("asked") Register<AskedQuestion> question) {

	static final Comparator<QuestionEntry> ORDER = Comparator.comparing(QuestionEntry::questionId);

	@Nullable QuestionEntry after(Instant forgotten) {
		Register<AskedQuestion> left = this.question.after(forgotten);
		return (left != null) ? new QuestionEntry(this.questionId, left) : null;
	}

	/**
	 * The question as it was asked.
	 *
	 * @param position place in the interview, from 1
	 * @param keyPoints what ratings name by its id; empty in cards that were stored
	 * without
	 */
	record AskedQuestion(int questionRevision, Level level, String topic, String prompt, int position,
			@Nullable List<KeyPoint> keyPoints) {

		AskedQuestion {
			keyPoints = (keyPoints != null) ? List.copyOf(keyPoints) : List.of();
		}

		@Override
		public List<KeyPoint> keyPoints() {
			return Objects.requireNonNull(this.keyPoints);
		}

	}

}
