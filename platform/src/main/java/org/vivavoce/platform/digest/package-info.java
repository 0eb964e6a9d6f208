/**
 * Digests, which ids, tags and comparisons are made of.
 */
@NullMarked
package org.vivavoce.platform.digest;

import org.jspecify.annotations.NullMarked;
