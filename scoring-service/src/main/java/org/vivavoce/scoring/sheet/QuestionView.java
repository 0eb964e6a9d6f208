package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.ServedQuestion;

/**
 * A served question on the sheet of one panel member.
 *
 * @param position place in the interview, from 1
 * @param servedBy who asked it
 * @param question the rubric as it was when the question was asked
 * @param mine the viewer's own rating
 * @param scoredBy who has rated the answer, whatever they gave
 * @param ratings what the others gave; empty while that is hidden
 */
public record QuestionView(int position, Instant servedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String servedBy, ServedQuestion question,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable RatingView mine, List<String> scoredBy,
		List<RatingView> ratings) {

	static QuestionView of(Sheet sheet, Serving serving, String viewer, boolean othersVisible) {
		List<Rating> all = sheet.ratings()
			.stream()
			.filter((rating) -> rating.questionId().equals(serving.questionId()))
			.toList();
		RatingView mine = sheet.rating(serving.questionId(), viewer)
			.map((rating) -> RatingView.of(sheet.interviewId(), rating))
			.orElse(null);
		List<RatingView> others = all.stream()
			.filter((rating) -> othersVisible && !rating.interviewer().equals(viewer))
			.map((rating) -> RatingView.of(sheet.interviewId(), rating))
			.toList();
		return new QuestionView(serving.position(), serving.stamp().at(), serving.by(), serving.question(), mine,
				all.stream().map(Rating::interviewer).toList(), others);
	}

}
