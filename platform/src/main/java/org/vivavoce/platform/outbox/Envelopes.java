package org.vivavoce.platform.outbox;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.EventCodec;

/**
 * Stamps events with id, source, time and trace.
 */
public final class Envelopes {

	private final EventCodec codec;

	private final String source;

	private final Clock clock;

	/**
	 * Envelopes of one service.
	 * @param source the service as {@code ce_source}, for example
	 * {@code /question-service}
	 */
	public Envelopes(EventCodec codec, String source, Clock clock) {
		this.codec = codec;
		this.source = source;
		this.clock = clock;
	}

	public Envelope stamp(Event event) {
		return stamp(event, null);
	}

	/**
	 * An event with a time of its own keeps it as {@code ce_time}.
	 */
	public Envelope stamp(Event event, @Nullable String traceparent) {
		Instant own = event.occurredAt();
		return Envelope.of(this.source, (own != null) ? own : this.clock.instant(), traceparent, event);
	}

	/**
	 * The event as the outbox keeps it.
	 */
	public OutboxEntry entry(Envelope envelope) {
		return OutboxEntry.of(envelope.id(), this.clock.instant(), this.codec.encode(envelope));
	}

	EventCodec codec() {
		return this.codec;
	}

	String source() {
		return this.source;
	}

	Instant now() {
		return this.clock.instant();
	}

}
