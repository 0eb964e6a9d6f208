package org.vivavoce.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A record that is to be sent later: one that the broker has refused, or one of a
 * compacted topic that is repeated.
 *
 * @param due when it is sent next
 * @param attempts how often the broker has refused it; 0 for one that is repeated
 * @param reason what the broker said; null for one that is repeated
 */
public record DelayedEntry(OutboxEntry entry, Instant due, int attempts, @Nullable String reason) {

	/**
	 * The field of an aggregate's document that holds them.
	 */
	public static final String FIELD = "delayed";

	static final String DUE = FIELD + ".due";

	/**
	 * Longer than a record may be on its way: relays drop what they have known for
	 * {@link OutboxRelay#FRESH}, and producers give up after their delivery time-out, two
	 * minutes.
	 */
	private static final Duration REPETITION = Duration.ofMinutes(3);

	private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

	private static final int LONGEST_PAUSE_DOUBLINGS = 6;

	/**
	 * A record that is sent a second time, so that it is the last of its key on a
	 * compacted topic even where an instance that was slow has published an earlier one
	 * behind it.
	 */
	public static DelayedEntry repeated(OutboxEntry entry) {
		return new DelayedEntry(entry, entry.at().plus(REPETITION), 0, null);
	}

	/**
	 * A record that the broker has refused: tried again after a minute, then after two,
	 * four, and so on up to about an hour.
	 */
	static DelayedEntry refused(OutboxEntry entry, int attempts, String reason, Instant now) {
		Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, LONGEST_PAUSE_DOUBLINGS));
		return new DelayedEntry(entry, now.plus(pause), attempts, reason);
	}

	boolean isRefused() {
		return this.attempts > 0;
	}

	public Document toDocument() {
		return this.entry.toDocument()
			.append("due", Date.from(this.due))
			.append("attempts", this.attempts)
			.append("reason", this.reason);
	}

	static DelayedEntry fromDocument(Document document) {
		return new DelayedEntry(OutboxEntry.fromDocument(document), document.getDate("due").toInstant(),
				document.get("attempts", Number.class).intValue(), document.getString("reason"));
	}

	/**
	 * Whether a document has a record that is to be repeated.
	 */
	public static boolean repeatsIn(Document document) {
		return document.getList(FIELD, Document.class, java.util.List.of())
			.stream()
			.anyMatch((each) -> !fromDocument(each).isRefused());
	}

}
