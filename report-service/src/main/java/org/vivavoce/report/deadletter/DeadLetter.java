package org.vivavoce.report.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.web.Etags;

/**
 * A refused record with its history. Its content is stored apart, so that lists never
 * load it.
 *
 * @param id the place where it was first refused
 * @param partition null when the record did not say where it came from
 * @param timestamp of the record; null when it has none
 * @param key as text; {@code base64:…} when it is none; null without one
 * @param about the candidates that it names, by key or in its value
 * @param kind what equal faults have in common
 * @param size in bytes
 * @param digest of key and value; null when they are not there
 * @param places where it was refused
 * @param refusedAt for the first time
 * @param lastRefusedAt for the last time so far
 */
public record DeadLetter(String id, String topic, @Nullable Integer partition, @Nullable Long offset,
		@Nullable Instant timestamp, @Nullable String key, List<String> about, String kind, String reason,
		DeadLetterState state, Content content, int size, @Nullable String digest, List<String> places,
		Instant refusedAt, Instant lastRefusedAt, List<HistoryEntry> history) {

	private static final String FORGOTTEN = "removed with everything else about a person who was forgotten";

	public DeadLetter {
		about = List.copyOf(about);
		places = List.copyOf(places);
		history = List.copyOf(history);
	}

	static DeadLetter first(String id, Refusal refusal) {
		RawRecord raw = refusal.raw();
		return new DeadLetter(id, refusal.topic(), refusal.partition(), refusal.offset(),
				(raw.timestamp() >= 0) ? Instant.ofEpochMilli(raw.timestamp()) : null, Texts.key(raw.key()),
				Texts.about(raw), refusal.kind(), refusal.reason(), DeadLetterState.WAITING,
				refusal.leftOut() ? Content.LEFT_OUT : Content.KEPT, refusal.size(),
				refusal.leftOut() ? null : raw.digest(), List.of(refusal.place()), refusal.at(), refusal.at(),
				List.of(HistoryEntry.refused(refusal.at(), refusal.attempt(), refusal.reason())));
	}

	/**
	 * Whether a refused record belongs to this dead letter: it was refused at the same
	 * place before, or it is what was sent again.
	 */
	boolean matches(Refusal refusal) {
		boolean same = this.topic.equals(refusal.topic())
				&& (this.digest == null || refusal.leftOut() || this.digest.equals(refusal.raw().digest())
						|| this.history.stream().anyMatch((entry) -> refusal.raw().digest().equals(entry.digest())));
		return same && (this.places.contains(refusal.place()) || this.id.equals(refusal.replayed()));
	}

	/**
	 * Refused, perhaps again. A discarded dead letter stays discarded, and only the
	 * latest attempt decides whether it waits.
	 */
	DeadLetter refused(Refusal refusal) {
		if (this.places.contains(refusal.place())) {
			return this;
		}
		boolean latest = refusal.attempt() == null || refusal.attempt() >= lastAttempt();
		boolean forgotten = this.content == Content.FORGOTTEN;
		DeadLetterState after = (latest && this.state == DeadLetterState.SENT_AGAIN) ? DeadLetterState.WAITING
				: this.state;
		return new DeadLetter(this.id, this.topic, this.partition, this.offset, this.timestamp, this.key, this.about,
				refusal.kind(), forgotten ? this.reason : refusal.reason(), after, this.content, this.size, this.digest,
				append(this.places, refusal.place()), this.refusedAt, refusal.at(), append(this.history, HistoryEntry
					.refused(refusal.at(), refusal.attempt(), forgotten ? FORGOTTEN : refusal.reason())));
	}

	/**
	 * About to be sent: stored first, so that a record that comes back is recognised.
	 * @param replay the bulk replay that this is part of
	 */
	DeadLetter sending(String by, Instant at, String sentDigest, @Nullable String replay, boolean edited) {
		DeadLetterState reopened = (this.state == DeadLetterState.DISCARDED) ? DeadLetterState.WAITING : this.state;
		return with(reopened, new HistoryEntry(HistoryEntry.What.SENDING, at, by, lastAttempt() + 1, sentDigest, replay,
				edited ? "with an edited value" : null));
	}

	/**
	 * Sent. If the record was refused before this was stored, the dead letter goes on
	 * waiting.
	 */
	DeadLetter sent(int attempt, String by, Instant at, @Nullable String replay) {
		boolean back = this.history.stream()
			.anyMatch((entry) -> entry.what() == HistoryEntry.What.REFUSED && entry.attempt() != null
					&& entry.attempt() >= attempt);
		DeadLetterState after = (this.state == DeadLetterState.DISCARDED || back) ? this.state
				: DeadLetterState.SENT_AGAIN;
		return with(after, new HistoryEntry(HistoryEntry.What.SENT, at, by, attempt, null, replay, null));
	}

	DeadLetter discarded(String by, Instant at, String why) {
		return with(DeadLetterState.DISCARDED,
				new HistoryEntry(HistoryEntry.What.DISCARDED, at, by, null, null, null, why));
	}

	/**
	 * Without anything that came from the record but its key.
	 */
	DeadLetter forgotten(Instant at) {
		List<HistoryEntry> kept = this.history.stream().map(HistoryEntry::withoutContent).toList();
		return new DeadLetter(this.id, this.topic, this.partition, this.offset, this.timestamp, this.key, this.about,
				this.kind, FORGOTTEN, DeadLetterState.DISCARDED, Content.FORGOTTEN, this.size, null, this.places,
				this.refusedAt, this.lastRefusedAt,
				append(kept, new HistoryEntry(HistoryEntry.What.FORGOTTEN, at, null, null, null, null, null)));
	}

	/**
	 * Whether it happened before somebody was forgotten.
	 */
	boolean isUpTo(Instant forgottenAt) {
		return !this.refusedAt.isAfter(forgottenAt) || (this.timestamp != null && !this.timestamp.isAfter(forgottenAt));
	}

	public boolean sentBy(String replay) {
		return this.history.stream()
			.anyMatch((entry) -> entry.what() == HistoryEntry.What.SENT && replay.equals(entry.replay()));
	}

	public int attempts() {
		return this.places.size();
	}

	int lastAttempt() {
		return this.history.stream()
			.filter((entry) -> entry.what() == HistoryEntry.What.SENDING)
			.map(HistoryEntry::attempt)
			.filter(Objects::nonNull)
			.mapToInt(Integer::intValue)
			.max()
			.orElse(0);
	}

	Instant changedAt() {
		return this.history.getLast().at();
	}

	public String tag() {
		return Etags.of(this.history.size());
	}

	private DeadLetter with(DeadLetterState after, HistoryEntry entry) {
		return new DeadLetter(this.id, this.topic, this.partition, this.offset, this.timestamp, this.key, this.about,
				this.kind, this.reason, after, this.content, this.size, this.digest, this.places, this.refusedAt,
				this.lastRefusedAt, append(this.history, entry));
	}

	private static <T> List<T> append(List<T> list, T last) {
		List<T> longer = new ArrayList<>(list);
		longer.add(last);
		return longer;
	}

}
