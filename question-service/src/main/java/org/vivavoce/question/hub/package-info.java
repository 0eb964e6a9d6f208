/**
 * The question hub: question sets by technology, their questions and immutable revisions.
 */
@NullMarked
package org.vivavoce.question.hub;

import org.jspecify.annotations.NullMarked;
