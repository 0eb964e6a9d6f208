/**
 * Revisions of a question and how they differ.
 */
@NullMarked
package org.vivavoce.question.history;

import org.jspecify.annotations.NullMarked;
