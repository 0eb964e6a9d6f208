/**
 * Question sets as Markdown, in the forms that people use.
 */
@NullMarked
package org.vivavoce.question.document.markdown;

import org.jspecify.annotations.NullMarked;
