package org.vivavoce.question.document.draft;

import org.jspecify.annotations.Nullable;

/**
 * A key point as somebody wrote it.
 *
 * @param id null where its text tells which one it is
 */
public record KeyPointEdit(@Nullable String id, String text) {

}
