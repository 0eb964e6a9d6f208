/**
 * Interviews: planned from the hub, served question by question, closed.
 */
@NullMarked
package org.vivavoce.question.interview;

import org.jspecify.annotations.NullMarked;
