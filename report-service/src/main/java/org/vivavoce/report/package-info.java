/**
 * report-service: one scorecard per candidate, and what can be read from it.
 */
@NullMarked
package org.vivavoce.report;

import org.jspecify.annotations.NullMarked;
