/**
 * Interviews as pages: the list, each of them, and what is done in one.
 */
@NullMarked
package org.vivavoce.question.interview.page;

import org.jspecify.annotations.NullMarked;
