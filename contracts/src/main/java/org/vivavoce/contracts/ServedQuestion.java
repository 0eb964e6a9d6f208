package org.vivavoce.contracts;

import java.util.List;

/**
 * A question as it was asked: one immutable revision with its rubric.
 *
 * @param revision from 1; a changed question is a new revision
 * @param redFlag the behaviour that gives a weak answer away
 * @param ratingAnchors what each rating sounds like; empty where it is obvious
 */
public record ServedQuestion(String id, int revision, String technology, Level level, String topic, String prompt,
		String strongAnswer, String redFlag, List<KeyPoint> keyPoints, List<RatingAnchor> ratingAnchors) {

	public ServedQuestion {
		keyPoints = List.copyOf(keyPoints);
		ratingAnchors = (ratingAnchors != null) ? List.copyOf(ratingAnchors) : List.of();
	}

}
