package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How one panel member rates one answer.
 */
record RatingEntry(String questionId, String interviewer, @JsonProperty("given") Register<RatingContent> content) {

	static final Comparator<RatingEntry> ORDER = Comparator.comparing(RatingEntry::questionId)
		.thenComparing(RatingEntry::interviewer);

	@Nullable RatingEntry after(Instant forgotten) {
		Register<RatingContent> left = this.content.after(forgotten);
		return (left != null) ? new RatingEntry(this.questionId, this.interviewer, left) : null;
	}

	/**
	 * A rating.
	 *
	 * @param rating 1 to 4; null is not assessed
	 * @param keyPointsHeard ids of key points of the question
	 */
	record RatingContent(int questionRevision, @Nullable Integer rating, boolean redFlag, List<String> keyPointsHeard,
			@Nullable String notes) {

		RatingContent {
			keyPointsHeard = List.copyOf(keyPointsHeard);
		}

	}

}
