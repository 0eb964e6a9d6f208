/**
 * Bulk replays: sending all dead letters of a topic or a kind again, across instances and
 * restarts.
 */
@NullMarked
package org.vivavoce.report.deadletter.replay;

import org.jspecify.annotations.NullMarked;
