package org.vivavoce.report.deadletter.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import org.vivavoce.report.deadletter.DeadLetterQuery;
import org.vivavoce.report.deadletter.DeadLetterState;

/**
 * Sends all dead letters of a topic or kind again that wait when it starts, in the order
 * of their ids and a batch at a time. The batch is stored before it is sent, so that an
 * instance that takes over knows what to check again.
 *
 * @param by who started it
 * @param total dead letters that waited at the start
 * @param skipped dead letters that did not wait any more when their turn came
 * @param batch the dead letters that are being sent
 * @param after the last dead letter before the batch
 * @param worker the instance that works on it
 * @param leasedUntil until when nobody else does
 */
public record BulkReplay(String id, @Nullable String topic, @Nullable String kind, String by, Instant startedAt,
		Status status, long total, long sent, long skipped, List<String> batch, String after, @Nullable String worker,
		@Nullable Instant leasedUntil, Instant changedAt) {

	/**
	 * How far it is.
	 */
	public enum Status {

		@JsonProperty("running")
		RUNNING,

		@JsonProperty("done")
		DONE,

		@JsonProperty("cancelled")
		CANCELLED

	}

	public BulkReplay {
		batch = List.copyOf(batch);
	}

	public static BulkReplay start(String id, @Nullable String topic, @Nullable String kind, String by, Instant now) {
		return new BulkReplay(id, topic, kind, by, now, Status.RUNNING, 0, 0, 0, List.of(), "", null, null, now);
	}

	public BulkReplay of(long deadLetters) {
		return new BulkReplay(this.id, this.topic, this.kind, this.by, this.startedAt, this.status, deadLetters,
				this.sent, this.skipped, this.batch, this.after, this.worker, this.leasedUntil, this.changedAt);
	}

	boolean isFreeFor(String instance, Instant now) {
		return this.status == Status.RUNNING && (this.worker == null || this.worker.equals(instance)
				|| this.leasedUntil == null || this.leasedUntil.isBefore(now));
	}

	public BulkReplay leased(String instance, Instant now, Duration lease) {
		return new BulkReplay(this.id, this.topic, this.kind, this.by, this.startedAt, this.status, this.total,
				this.sent, this.skipped, this.batch, this.after, instance, now.plus(lease), this.changedAt);
	}

	/**
	 * The next dead letters; it is done when there are none.
	 */
	public BulkReplay next(List<String> deadLetters, Instant now) {
		return new BulkReplay(this.id, this.topic, this.kind, this.by, this.startedAt,
				deadLetters.isEmpty() ? Status.DONE : this.status, this.total, this.sent, this.skipped, deadLetters,
				this.after, this.worker, this.leasedUntil, now);
	}

	/**
	 * The batch has been worked off.
	 * @param sentNow so many of it were sent
	 */
	BulkReplay worked(long sentNow, Instant now) {
		return new BulkReplay(this.id, this.topic, this.kind, this.by, this.startedAt, this.status, this.total,
				this.sent + sentNow, this.skipped + this.batch.size() - sentNow, List.of(), this.batch.getLast(),
				this.worker, this.leasedUntil, now);
	}

	public BulkReplay cancelled(Instant now) {
		return (this.status != Status.RUNNING) ? this
				: new BulkReplay(this.id, this.topic, this.kind, this.by, this.startedAt, Status.CANCELLED, this.total,
						this.sent, this.skipped, this.batch, this.after, null, null, now);
	}

	/**
	 * The dead letters that it has to send, from behind an id on. What comes back
	 * meanwhile is not sent round and round.
	 */
	Bson waiting(String after) {
		return new DeadLetterQuery(this.topic, this.kind, DeadLetterState.WAITING, null, null).refusedBy(this.startedAt,
				after);
	}

}
