package org.vivavoce.report.deadletter;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter in lists.
 *
 * @param partition null when the record did not say where it came from
 * @param key as text, shortened; {@code base64:…} when it is none
 * @param content kept, left-out (too large) or forgotten
 * @param attempts how often it was refused, from 1
 * @param size in bytes
 */
@Schema(name = "LetterSummary")
record DeadLetterSummary(String id, String topic, @Nullable Integer partition, @Nullable Long offset,
		@Nullable Instant timestamp, @Nullable String key, String kind, String reason, DeadLetterState state,
		Content content, int attempts, int size, Instant refusedAt, Instant lastRefusedAt) {

	static DeadLetterSummary of(DeadLetter deadLetter) {
		return new DeadLetterSummary(deadLetter.id(), deadLetter.topic(), deadLetter.partition(), deadLetter.offset(),
				deadLetter.timestamp(), deadLetter.key(), deadLetter.kind(), deadLetter.reason(), deadLetter.state(),
				deadLetter.content(), deadLetter.attempts(), deadLetter.size(), deadLetter.refusedAt(),
				deadLetter.lastRefusedAt());
	}

}
