/**
 * Documents folded from events, with the offsets kept beside them.
 */
@NullMarked
package org.vivavoce.platform.projection;

import org.jspecify.annotations.NullMarked;
