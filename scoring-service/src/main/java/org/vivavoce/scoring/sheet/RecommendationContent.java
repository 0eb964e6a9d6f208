package org.vivavoce.scoring.sheet;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Overall;

/**
 * The content of a recommendation, without who gave it and when.
 *
 * @param summary up to 10,000 characters
 */
public record RecommendationContent(Overall overall, @Nullable String summary) {

}
