package org.vivavoce.report.deadletter.replay;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far a replay is.
 *
 * @param status running, done or cancelled
 * @param total dead letters that waited when it started
 * @param sent dead letters that were sent
 * @param skipped dead letters that did not wait any more when their turn came, or cannot
 * be sent
 */
record ReplayResponse(String id, @Nullable String topic, @Nullable String kind, BulkReplay.Status status, long total,
		long sent, long skipped, String startedBy, Instant startedAt, Instant changedAt) {

	static ReplayResponse of(BulkReplay replay) {
		return new ReplayResponse(replay.id(), replay.topic(), replay.kind(), replay.status(), replay.total(),
				replay.sent(), replay.skipped(), replay.by(), replay.startedAt(), replay.changedAt());
	}

}
