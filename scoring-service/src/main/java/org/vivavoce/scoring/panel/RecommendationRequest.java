package org.vivavoce.scoring.panel;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Overall;
import org.vivavoce.scoring.sheet.RecommendationContent;

/**
 * The body of a recommendation.
 */
public record RecommendationRequest(@NotNull Overall overall, @Size(max = 10_000) @Nullable String summary) {

	public RecommendationContent content() {
		return new RecommendationContent(this.overall, this.summary);
	}

}
