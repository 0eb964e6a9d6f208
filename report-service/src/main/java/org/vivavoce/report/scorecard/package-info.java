/**
 * The scorecard as pure functions on immutable records: what the events about a candidate
 * add up to in any order, the figures that follow, and who may see what.
 */
@NullMarked
package org.vivavoce.report.scorecard;

import org.jspecify.annotations.NullMarked;
