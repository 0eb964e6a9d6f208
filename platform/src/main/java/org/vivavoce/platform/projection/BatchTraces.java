package org.vivavoce.platform.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.tracing.Span;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.tracing.Traces;

/**
 * A span for each event of a batch whose trace is recorded, from before it is folded
 * until its offset is stored. Events of one batch belong to many traces, so each has its
 * own.
 */
final class BatchTraces implements AutoCloseable {

	private final List<Span> spans = new ArrayList<>();

	private final Map<String, String> causes = new HashMap<>();

	private BatchTraces() {
	}

	static BatchTraces begin(Traces traces, String projection, Batch batch) {
		BatchTraces begun = new BatchTraces();
		batch.events()
			.forEach((document, events) -> events
				.forEach((event) -> begun.begin(traces, projection, document, event.envelope())));
		return begun;
	}

	private void begin(Traces traces, String projection, String document, Envelope event) {
		traces
			.follow(event.traceparent(), projection + " apply " + EventType.of(event.event()).eventName(),
					Span.Kind.CONSUMER)
			.ifPresent((span) -> {
				this.spans.add(span.tag("messaging.system", "kafka").tag("vivavoce.projection", projection));
				this.causes.put(document, Traces.of(span));
			});
	}

	/**
	 * Trace parents for what the batch causes, by document.
	 */
	Map<String, String> causes() {
		return this.causes;
	}

	void failed(Throwable failure) {
		this.spans.forEach((span) -> span.error(failure));
	}

	@Override
	public void close() {
		this.spans.forEach(Span::end);
	}

}
