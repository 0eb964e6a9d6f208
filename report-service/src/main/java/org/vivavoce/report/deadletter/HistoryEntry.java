package org.vivavoce.report.deadletter;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One line of a dead letter's history.
 *
 * @param by who did it; null for what happened by itself
 * @param attempt which sending it belongs to, from 1; null for the first refusal
 * @param digest of the key and value that were sent
 * @param replay the bulk replay that this was part of
 * @param note why, or what was special
 */
public record HistoryEntry(What what, Instant at, @Nullable String by, @Nullable Integer attempt,
		@Nullable String digest, @Nullable String replay, @Nullable String note) {

	/**
	 * What was done.
	 */
	public enum What {

		@JsonProperty("refused")
		REFUSED,

		/**
		 * Stored before it is sent, so that a record which comes back is recognised.
		 */
		@JsonProperty("sending")
		SENDING,

		@JsonProperty("sent")
		SENT,

		@JsonProperty("discarded")
		DISCARDED,

		@JsonProperty("forgotten")
		FORGOTTEN

	}

	static HistoryEntry refused(Instant at, @Nullable Integer attempt, String reason) {
		return new HistoryEntry(What.REFUSED, at, null, attempt, null, null, reason);
	}

	/**
	 * The same without anything that came from the record.
	 */
	HistoryEntry withoutContent() {
		return new HistoryEntry(this.what, this.at, this.by, this.attempt, null, this.replay,
				(this.what == What.REFUSED) ? null : this.note);
	}

}
