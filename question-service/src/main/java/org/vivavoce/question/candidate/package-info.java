/**
 * Candidates: what is known about a person, and how a person is forgotten.
 */
@NullMarked
package org.vivavoce.question.candidate;

import org.jspecify.annotations.NullMarked;
