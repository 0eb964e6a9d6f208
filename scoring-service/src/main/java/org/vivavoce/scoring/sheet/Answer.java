package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.Comparator;

/**
 * One panel member's rating of one answer.
 *
 * @param questionRevision the revision of the question that was served
 */
public record Answer(String questionId, String interviewer, int questionRevision, Rating content, int revision,
		Instant at, Instant about) implements Contribution {

	static final Comparator<Answer> ORDER = Comparator.comparing(Answer::questionId).thenComparing(Answer::interviewer);

	boolean says(Rating other, int otherQuestionRevision) {
		return this.content.equals(other) && this.questionRevision == otherQuestionRevision;
	}

}
