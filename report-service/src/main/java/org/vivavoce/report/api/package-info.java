/**
 * What can be asked of scorecards over HTTP.
 */
@NullMarked
package org.vivavoce.report.api;

import org.jspecify.annotations.NullMarked;
