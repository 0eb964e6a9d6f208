package org.vivavoce.question.document.source;

import org.jspecify.annotations.Nullable;

/**
 * What the caller says about a document from outside.
 *
 * @param technology where the document does not name it
 * @param id of a set beside the technology's own
 */
public record DocumentOverrides(@Nullable String technology, @Nullable String id) {

	public static final DocumentOverrides NONE = new DocumentOverrides(null, null);

}
