/**
 * The HTTP API of scorecards, their comparison, their streams and their projection.
 */
@NullMarked
package org.vivavoce.report.api;

import org.jspecify.annotations.NullMarked;
