package org.vivavoce.question.document.draft;

import java.util.List;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.RatingAnchor;

/**
 * A question as a document states it, without a revision.
 *
 * @param line where it starts in the document, from 1
 */
public record QuestionDraft(int line, String id, String topic, int minutes, String prompt, String strongAnswer,
		String redFlag, List<KeyPoint> keyPoints, List<RatingAnchor> ratingAnchors) {

	public QuestionDraft {
		keyPoints = List.copyOf(keyPoints);
		ratingAnchors = List.copyOf(ratingAnchors);
	}

}
