package org.vivavoce.question.hub;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.RatingAnchor;

/**
 * A question as a document states it, without a revision.
 *
 * @param line where it starts in the document, from 1
 */
record QuestionDraft(int line, String id, String topic, int minutes, String prompt, String strongAnswer, String redFlag,
		List<KeyPoint> keyPoints, List<RatingAnchor> ratingAnchors) {

	QuestionDraft {
		keyPoints = List.copyOf(keyPoints);
		ratingAnchors = List.copyOf(ratingAnchors);
	}

	Question revision(int revision, QuestionSetDraft set, Level level, @Nullable Change change) {
		return new Question(this.id, revision, set.technology(), level, this.topic, this.minutes, this.prompt,
				this.strongAnswer, this.redFlag, this.keyPoints, this.ratingAnchors, set.id(), change);
	}

}
