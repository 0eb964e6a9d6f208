package org.vivavoce.report.deadletter;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A letter in lists.
 *
 * @param partition null when the record did not say where it came from
 * @param key as text, shortened; {@code base64:…} when it is none
 * @param content kept, left-out (too large) or forgotten
 * @param attempts how often it was refused, from 1
 * @param size in bytes
 */
record LetterSummary(String id, String topic, @Nullable Integer partition, @Nullable Long offset,
		@Nullable Instant timestamp, @Nullable String key, String kind, String reason, LetterState state,
		Content content, int attempts, int size, Instant refusedAt, Instant lastRefusedAt) {

	static LetterSummary of(Letter letter) {
		return new LetterSummary(letter.id(), letter.topic(), letter.partition(), letter.offset(), letter.timestamp(),
				letter.key(), letter.kind(), letter.reason(), letter.state(), letter.content(), letter.attempts(),
				letter.size(), letter.refusedAt(), letter.lastRefusedAt());
	}

}
