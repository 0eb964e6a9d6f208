/**
 * Dead letters and their replays as pages.
 */
@NullMarked
package org.vivavoce.report.deadletter.page;

import org.jspecify.annotations.NullMarked;
