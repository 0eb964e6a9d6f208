/**
 * Findings: what is worth another look in the questions.
 */
@NullMarked
package org.vivavoce.question.lint;

import org.jspecify.annotations.NullMarked;
