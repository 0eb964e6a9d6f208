/**
 * Work that goes on beside requests, and never ends in silence.
 */
@NullMarked
package org.vivavoce.platform.background;

import org.jspecify.annotations.NullMarked;
