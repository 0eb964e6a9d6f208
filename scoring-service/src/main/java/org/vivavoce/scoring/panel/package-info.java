/**
 * What panel members may do with their score sheets, and its HTTP API: read, rate,
 * recommend.
 */
@NullMarked
package org.vivavoce.scoring.panel;

import org.jspecify.annotations.NullMarked;
