/**
 * Changes of scorecards as they happen, whichever instance makes them.
 */
@NullMarked
package org.vivavoce.report.live;

import org.jspecify.annotations.NullMarked;
