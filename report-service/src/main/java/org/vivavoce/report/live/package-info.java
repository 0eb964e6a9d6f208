/**
 * Scorecards as they change, brought to the clients that follow them, whichever instance
 * wrote them.
 */
@NullMarked
package org.vivavoce.report.live;

import org.jspecify.annotations.NullMarked;
