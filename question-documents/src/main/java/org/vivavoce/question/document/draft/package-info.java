/**
 * What a document states without faults, and the rules that its fields keep.
 */
@NullMarked
package org.vivavoce.question.document.draft;

import org.jspecify.annotations.NullMarked;
