/**
 * Interview kits: templates of plans, by which the interviews for a position stay
 * comparable.
 */
@NullMarked
package org.vivavoce.question.kit;

import org.jspecify.annotations.NullMarked;
