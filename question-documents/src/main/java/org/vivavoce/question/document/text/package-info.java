/**
 * Question sets as the plain text of a page; they are read only.
 */
@NullMarked
package org.vivavoce.question.document.text;

import org.jspecify.annotations.NullMarked;
