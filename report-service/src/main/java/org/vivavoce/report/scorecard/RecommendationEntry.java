package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Overall;

/**
 * What one panel member recommends after one interview.
 */
record RecommendationEntry(String interviewer, Register<Recommended> recommended) {

	static final Comparator<RecommendationEntry> ORDER = Comparator.comparing(RecommendationEntry::interviewer);

	@Nullable RecommendationEntry after(Instant forgotten) {
		Register<Recommended> left = this.recommended.after(forgotten);
		return (left != null) ? new RecommendationEntry(this.interviewer, left) : null;
	}

	/**
	 * A recommendation.
	 */
	record Recommended(Overall overall, @Nullable String summary) {

	}

}
