/**
 * How often and when questions were asked. It knows no people.
 */
@NullMarked
package org.vivavoce.question.exposure;

import org.jspecify.annotations.NullMarked;
