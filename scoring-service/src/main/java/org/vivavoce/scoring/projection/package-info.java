/**
 * Keeping the sheets up to date with the events.
 */
@NullMarked
package org.vivavoce.scoring.projection;

import org.jspecify.annotations.NullMarked;
