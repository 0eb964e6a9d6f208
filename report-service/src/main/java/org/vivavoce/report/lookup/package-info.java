/**
 * Looking up scorecards: one, a list or several side by side, always as the viewer may
 * see them. The API and the pages read through this and nothing else.
 */
@NullMarked
package org.vivavoce.report.lookup;

import org.jspecify.annotations.NullMarked;
