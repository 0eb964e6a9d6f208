package org.vivavoce.question.interview;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Serve a question.
 *
 * @param questionId the question to jump to, or null for the next one
 * @param by who asks it
 * @param key names this request: the same key again gives the same question
 */
record ServeCommand(@Nullable String questionId, String by, Instant at, @Nullable String key) {

}
