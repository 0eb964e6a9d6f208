/**
 * The pages of dead letters and of their bulk replays.
 */
@NullMarked
package org.vivavoce.report.deadletter.page;

import org.jspecify.annotations.NullMarked;
