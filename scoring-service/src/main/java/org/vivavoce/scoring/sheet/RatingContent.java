package org.vivavoce.scoring.sheet;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The content of a rating, without who gave it and when.
 *
 * @param rating 1 missed, 2 partial, 3 solid, 4 exceptional; null is not assessed
 * @param keyPointsHeard ids of key points of the question, sorted, each once
 * @param notes up to 10,000 characters
 */
public record RatingContent(@Nullable Integer rating, boolean redFlag, List<String> keyPointsHeard,
		@Nullable String notes) {

	public RatingContent {
		keyPointsHeard = keyPointsHeard.stream().distinct().sorted().toList();
	}

}
