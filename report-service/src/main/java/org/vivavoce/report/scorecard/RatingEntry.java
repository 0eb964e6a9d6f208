package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How one panel member rates one answer.
 */
record RatingEntry(String questionId, String interviewer, Register<Given> given) {

	static final Comparator<RatingEntry> ORDER = Comparator.comparing(RatingEntry::questionId)
		.thenComparing(RatingEntry::interviewer);

	@Nullable RatingEntry after(Instant forgotten) {
		Register<Given> left = this.given.after(forgotten);
		return (left != null) ? new RatingEntry(this.questionId, this.interviewer, left) : null;
	}

	/**
	 * A rating.
	 *
	 * @param rating 1 to 4; null is not assessed
	 * @param keyPointsHeard ids of key points of the question
	 */
	record Given(int questionRevision, @Nullable Integer rating, boolean redFlag, List<String> keyPointsHeard,
			@Nullable String notes) {

		Given {
			keyPointsHeard = List.copyOf(keyPointsHeard);
		}

	}

}
