/**
 * The generations of the scorecards as all instances agree on them: which one is live,
 * being built, kept or retired.
 */
@NullMarked
package org.vivavoce.report.generation;

import org.jspecify.annotations.NullMarked;
