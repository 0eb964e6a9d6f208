package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Envelope;

/**
 * A value that one event claims for one thing, as an entry of a {@link Register}. Claims
 * on the same thing are ordered: the higher revision counts, then the later time, then
 * the greater event id; the source decides between two producers that chose the same id.
 *
 * @param revision from 1; always 1 for events that carry none
 * @param value null once the claim is superseded for good
 */
record Claim<V>(int revision, Instant time, String eventId, String source,
		@Nullable V value) implements Comparable<Claim<V>> {

	private static final Comparator<Claim<?>> ORDER = Comparator.<Claim<?>>comparingInt(Claim::revision)
		.thenComparing(Claim::time)
		.thenComparing(Claim::eventId)
		.thenComparing(Claim::source);

	static <V> Claim<V> of(Envelope envelope, int revision, @Nullable V value) {
		return new Claim<>(revision, envelope.occurredAt(), envelope.id(), envelope.source(), value);
	}

	@Override
	public int compareTo(Claim<V> other) {
		return ORDER.compare(this, other);
	}

	Claim<V> withoutValue() {
		return (this.value != null) ? new Claim<>(this.revision, this.time, this.eventId, this.source, null) : this;
	}

	/**
	 * The one that counts. A producer that uses one id for two contents breaks the
	 * contract; the choice between them is arbitrary, yet the same in any order.
	 */
	static <V> Claim<V> greater(Claim<V> one, Claim<V> other) {
		int order = one.compareTo(other);
		if (order == 0) {
			order = String.valueOf(one.value()).compareTo(String.valueOf(other.value()));
		}
		return (order >= 0) ? one : other;
	}

}
