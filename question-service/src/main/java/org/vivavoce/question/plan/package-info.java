/**
 * Which questions an interview asks and why; all of it pure.
 */
@NullMarked
package org.vivavoce.question.plan;

import org.jspecify.annotations.NullMarked;
