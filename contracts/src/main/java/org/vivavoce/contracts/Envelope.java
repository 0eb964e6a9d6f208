package org.vivavoce.contracts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event and the CloudEvents attributes that travel with it. Times are kept to the
 * microsecond.
 *
 * @param id {@code ce_id}; unique together with the source
 * @param source {@code ce_source}, for example {@code /question-service}
 * @param time {@code ce_time}, or the record's timestamp where a producer left it out
 * @param traceparent W3C trace context, where there is a trace
 */
public record Envelope(String id, String source, Instant time, @Nullable String traceparent, Event event) {

	public Envelope {
		time = time.truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * A new event of this source, with an id of its own.
	 */
	public static Envelope of(String source, Instant time, @Nullable String traceparent, Event event) {
		return new Envelope(UUID.randomUUID().toString(), source, time, traceparent, event);
	}

	/**
	 * When it happened: the time in the data, or {@link #time()} where the data has none.
	 */
	public Instant occurredAt() {
		Instant own = this.event.occurredAt();
		return (own != null) ? own.truncatedTo(ChronoUnit.MICROS) : this.time;
	}

}
