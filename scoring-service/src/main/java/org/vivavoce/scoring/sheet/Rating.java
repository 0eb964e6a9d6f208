package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.Comparator;

/**
 * One panel member's rating of one answer.
 *
 * @param questionRevision the revision of the question that was served
 */
public record Rating(String questionId, String interviewer, int questionRevision, RatingContent content, int revision,
		Instant at, Instant about) implements Contribution {

	static final Comparator<Rating> ORDER = Comparator.comparing(Rating::questionId).thenComparing(Rating::interviewer);

	boolean hasSameContent(RatingContent other, int otherQuestionRevision) {
		return this.content.equals(other) && this.questionRevision == otherQuestionRevision;
	}

}
