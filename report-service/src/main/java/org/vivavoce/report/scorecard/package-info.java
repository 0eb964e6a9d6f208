/**
 * The scorecard: what the events about a candidate add up to, in whatever order they
 * come, the figures that follow from it, and who may see what. Pure functions on
 * immutable records.
 */
@NullMarked
package org.vivavoce.report.scorecard;

import org.jspecify.annotations.NullMarked;
