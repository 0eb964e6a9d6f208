package org.vivavoce.scoring.sheet;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Overall;

/**
 * The body of a recommendation.
 */
record RecommendationRequest(@NotNull Overall overall, @Size(max = 10_000) @Nullable String summary) {

	Verdict content() {
		return new Verdict(this.overall, this.summary);
	}

}
