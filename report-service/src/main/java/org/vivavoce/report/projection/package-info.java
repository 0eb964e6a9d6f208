/**
 * Folding events into the generations of the scorecards, rebuilding and comparing
 * generations, and publishing scorecards.
 */
@NullMarked
package org.vivavoce.report.projection;

import org.jspecify.annotations.NullMarked;
