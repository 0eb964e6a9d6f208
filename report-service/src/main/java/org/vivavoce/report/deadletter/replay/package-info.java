/**
 * Sending many dead letters again.
 */
@NullMarked
package org.vivavoce.report.deadletter.replay;

import org.jspecify.annotations.NullMarked;
