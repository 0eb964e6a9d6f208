package org.vivavoce.scoring.sheet;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Overall;

/**
 * A recommendation as the API shows it.
 *
 * @param revision from 1, higher with every change
 */
public record RecommendationView(String interviewId, String interviewer, Overall overall,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String summary, int revision, Instant givenAt) {

	public static RecommendationView of(String interviewId, Recommendation given) {
		return new RecommendationView(interviewId, given.interviewer(), given.content().overall(),
				given.content().summary(), given.revision(), given.at());
	}

}
