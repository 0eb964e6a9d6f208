package org.vivavoce.question.interview;

import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to be served.
 *
 * @param questionId the question to jump to, or null for the next one
 * @param seen how many served questions the caller knows of, so that two who ask for the
 * next one at the same time get the same; null for whichever is next
 * @param key the same caller and key again give the same question
 */
public record ServeWish(@Nullable String questionId, @Nullable Integer seen, @Nullable String key) {

}
