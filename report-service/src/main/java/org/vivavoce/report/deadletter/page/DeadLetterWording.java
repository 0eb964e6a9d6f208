package org.vivavoce.report.deadletter.page;

import org.vivavoce.report.deadletter.DeadLetterState;
import org.vivavoce.report.deadletter.Explanations;
import org.vivavoce.report.deadletter.HistoryEntry;
import org.vivavoce.report.deadletter.replay.BulkReplay;

/**
 * What pages call things, and which tone of the design goes with them.
 */
public final class DeadLetterWording {

	public String state(DeadLetterState state) {
		return switch (state) {
			case WAITING -> "Waiting";
			case SENT_AGAIN -> "Sent again";
			case DISCARDED -> "Discarded";
		};
	}

	public String tone(DeadLetterState state) {
		return switch (state) {
			case WAITING -> "warn";
			case SENT_AGAIN -> "good";
			case DISCARDED -> "";
		};
	}

	public String kind(String kind) {
		return Explanations.title(kind);
	}

	public String action(HistoryEntry entry) {
		return switch (entry.what()) {
			case REFUSED -> (entry.attempt() != null) ? "Refused again" : "Refused";
			case SENDING -> "Sending began";
			case SENT -> "Kafka has it";
			case DISCARDED -> "Discarded";
			case FORGOTTEN -> "Content removed";
		};
	}

	/**
	 * A size in a unit that reads well.
	 * @param bytes from 0
	 */
	public String size(int bytes) {
		return (bytes < 10_000) ? bytes + " bytes" : (bytes < 1_000_000) ? bytes / 1000 + " kB"
				: String.format(java.util.Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
	}

	public String status(BulkReplay.Status status) {
		return switch (status) {
			case RUNNING -> "Running";
			case DONE -> "Done";
			case CANCELLED -> "Cancelled";
		};
	}

}
