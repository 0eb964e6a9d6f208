/**
 * Score sheets: built from events, filled in by panel members.
 */
@NullMarked
package org.vivavoce.scoring.sheet;

import org.jspecify.annotations.NullMarked;
