/**
 * Looking up scorecards for one viewer: one, a list, or several side by side; the API and
 * the pages read through this and nothing else.
 */
@NullMarked
package org.vivavoce.report.lookup;

import org.jspecify.annotations.NullMarked;
