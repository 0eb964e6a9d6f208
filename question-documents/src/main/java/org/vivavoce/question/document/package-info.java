/**
 * Question sets as documents: the formats, and the one door to read and write them.
 */
@NullMarked
package org.vivavoce.question.document;

import org.jspecify.annotations.NullMarked;
