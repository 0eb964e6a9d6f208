package org.vivavoce.report.scorecard;

import org.jspecify.annotations.Nullable;

/**
 * What a scorecard shows of a person beside the id.
 */
record Profile(@Nullable String name) {

}
