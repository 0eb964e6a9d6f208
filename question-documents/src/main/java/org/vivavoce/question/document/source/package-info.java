/**
 * What a reader has found in a document, with its lines, and how drafts are made of it.
 */
@NullMarked
package org.vivavoce.question.document.source;

import org.jspecify.annotations.NullMarked;
