/**
 * Folding events into the stored score sheets.
 */
@NullMarked
package org.vivavoce.scoring.projection;

import org.jspecify.annotations.NullMarked;
