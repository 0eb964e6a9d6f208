package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.Comparator;

/**
 * One panel member's recommendation for one interview.
 */
public record Recommendation(String interviewer, RecommendationContent content, int revision, Instant at,
		Instant about) implements Contribution {

	static final Comparator<Recommendation> ORDER = Comparator.comparing(Recommendation::interviewer);

}
