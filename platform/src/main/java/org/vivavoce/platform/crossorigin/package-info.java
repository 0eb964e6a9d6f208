/**
 * Which pages of other origins may read the APIs.
 */
@NullMarked
package org.vivavoce.platform.crossorigin;

import org.jspecify.annotations.NullMarked;
