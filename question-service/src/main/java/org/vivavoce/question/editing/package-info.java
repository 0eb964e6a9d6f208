/**
 * Changes of single questions: drafts, publishing, revising, retiring.
 */
@NullMarked
package org.vivavoce.question.editing;

import org.jspecify.annotations.NullMarked;
