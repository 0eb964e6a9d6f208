package org.vivavoce.question.hub;

import org.jspecify.annotations.Nullable;

/**
 * A key point as somebody wrote it.
 *
 * @param id null where its text tells which one it is
 */
record KeyPointEdit(@Nullable String id, String text) {

}
