package org.vivavoce.scoring.panel;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Overall;
import org.vivavoce.scoring.sheet.Verdict;

/**
 * The body of a recommendation.
 */
public record RecommendationRequest(@NotNull Overall overall, @Size(max = 10_000) @Nullable String summary) {

	public Verdict content() {
		return new Verdict(this.overall, this.summary);
	}

}
