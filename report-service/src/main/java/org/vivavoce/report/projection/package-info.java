/**
 * Keeps the scorecards up to date from Kafka and tells of every change.
 */
@NullMarked
package org.vivavoce.report.projection;

import org.jspecify.annotations.NullMarked;
