package org.vivavoce.report.projection;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of the published records with the scorecards, which publishes again what
 * is missing or different.
 *
 * @param by who asked for it
 * @param partitions of the topic; 0 until it has begun
 * @param partitionsDone of these
 * @param compared scorecards so far
 * @param missing that the topic did not hold
 * @param different of which it held another state, usually an older one
 * @param forgotten people whom it still named
 * @param withoutScorecard keys on the topic that no scorecard has; these are left alone
 * @param worker the instance that works on it
 * @param leasedUntil until when nobody else does
 */
public record PublicationRepair(Status status, String by, Instant wantedAt, @Nullable Instant finishedAt,
		int partitions, int partitionsDone, long compared, long missing, long different, long forgotten,
		long withoutScorecard, @Nullable String worker, @Nullable Instant leasedUntil) {

	/**
	 * How far it is.
	 */
	public enum Status {

		@JsonProperty("waiting")
		WAITING,

		@JsonProperty("running")
		RUNNING,

		@JsonProperty("done")
		DONE

	}

	/**
	 * What was found on one partition.
	 */
	record Found(long compared, long missing, long different, long forgotten, long withoutScorecard) {

	}

	static PublicationRepair requested(String by, Instant now) {
		return new PublicationRepair(Status.WAITING, by, now, null, 0, 0, 0, 0, 0, 0, 0, null, null);
	}

	/**
	 * Whether an instance may take it on.
	 */
	boolean isFreeFor(String instance, Instant now) {
		return this.status == Status.WAITING || this.status == Status.RUNNING
				&& (instance.equals(this.worker) || this.leasedUntil == null || this.leasedUntil.isBefore(now));
	}

	/**
	 * Begun by an instance, from the first partition.
	 */
	PublicationRepair begun(String instance, Instant now, Duration lease, int allPartitions) {
		return new PublicationRepair(Status.RUNNING, this.by, this.wantedAt, null, allPartitions, 0, 0, 0, 0, 0, 0,
				instance, now.plus(lease));
	}

	/**
	 * Still at work.
	 */
	PublicationRepair leased(Instant now, Duration lease) {
		return new PublicationRepair(this.status, this.by, this.wantedAt, this.finishedAt, this.partitions,
				this.partitionsDone, this.compared, this.missing, this.different, this.forgotten, this.withoutScorecard,
				this.worker, now.plus(lease));
	}

	/**
	 * One partition more is right.
	 */
	PublicationRepair with(Found found, Instant now, Duration lease) {
		boolean last = this.partitionsDone + 1 == this.partitions;
		return new PublicationRepair(last ? Status.DONE : Status.RUNNING, this.by, this.wantedAt, last ? now : null,
				this.partitions, this.partitionsDone + 1, this.compared + found.compared(),
				this.missing + found.missing(), this.different + found.different(), this.forgotten + found.forgotten(),
				this.withoutScorecard + found.withoutScorecard(), this.worker, last ? null : now.plus(lease));
	}

}
