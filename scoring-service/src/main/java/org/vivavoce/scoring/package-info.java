/**
 * The scoring service: score sheets for the panel.
 */
@NullMarked
package org.vivavoce.scoring;

import org.jspecify.annotations.NullMarked;
