package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.Comparator;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Overall;

/**
 * What one panel member recommends after one interview.
 */
record RecommendationEntry(String interviewer, @JsonProperty("recommended") Register<RecommendationContent> content) {

	static final Comparator<RecommendationEntry> ORDER = Comparator.comparing(RecommendationEntry::interviewer);

	@Nullable RecommendationEntry after(Instant forgotten) {
		Register<RecommendationContent> left = this.content.after(forgotten);
		return (left != null) ? new RecommendationEntry(this.interviewer, left) : null;
	}

	/**
	 * A recommendation.
	 */
	record RecommendationContent(Overall overall, @Nullable String summary) {

	}

}
