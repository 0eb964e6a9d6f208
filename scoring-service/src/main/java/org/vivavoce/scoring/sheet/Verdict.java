package org.vivavoce.scoring.sheet;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Overall;

/**
 * What a panel member recommends.
 *
 * @param summary up to 10,000 characters
 */
public record Verdict(Overall overall, @Nullable String summary) {

}
