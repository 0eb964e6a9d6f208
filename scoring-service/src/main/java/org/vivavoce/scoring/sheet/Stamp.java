package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.Comparator;

import org.vivavoce.contracts.Envelope;

/**
 * Which event an entry comes from: the later one wins, then the one with the greater id.
 *
 * @param at when it happened
 * @param eventId {@code ce_id}
 */
record Stamp(Instant at, String eventId) implements Comparable<Stamp> {

	private static final Comparator<Stamp> ORDER = Comparator.comparing(Stamp::at).thenComparing(Stamp::eventId);

	static Stamp of(Envelope envelope) {
		return new Stamp(envelope.occurredAt(), envelope.id());
	}

	@Override
	public int compareTo(Stamp other) {
		return ORDER.compare(this, other);
	}

}
