package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rating as the API shows it.
 *
 * @param rating 1 missed, 2 partial, 3 solid, 4 exceptional; null is not assessed
 * @param revision from 1, higher with every correction
 */
@Schema(name = "AnswerView")
public record RatingView(String interviewId, String questionId, int questionRevision, String interviewer,
		@Schema(types = {
				"integer", "null" }) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer rating,
		boolean redFlag, List<String> keyPointsHeard, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String notes,
		int revision, Instant scoredAt){

	public static RatingView of(String interviewId, Rating rating) {
		RatingContent content = rating.content();
		return new RatingView(interviewId, rating.questionId(), rating.questionRevision(), rating.interviewer(),
				content.rating(), content.redFlag(), content.keyPointsHeard(), content.notes(), rating.revision(),
				rating.at());
	}

}
