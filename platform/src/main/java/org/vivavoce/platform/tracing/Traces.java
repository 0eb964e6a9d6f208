package org.vivavoce.platform.tracing;

import java.util.Map;
import java.util.Optional;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Traces as events carry them (W3C Trace Context).
 */
public final class Traces {

	/**
	 * The header of a record.
	 */
	public static final String TRACEPARENT = "traceparent";

	/**
	 * Where the Reactor context carries what a batch continues, by candidate.
	 */
	private static final Object CAUSES = new Object();

	/**
	 * The end of a trace parent that somebody records.
	 */
	private static final String SAMPLED = "-01";

	private final Propagator propagator;

	public Traces(Propagator propagator) {
		this.propagator = propagator;
	}

	/**
	 * Go on with a trace.
	 * @param traceparent as the record has it
	 * @return a started span; empty where there is no trace, or nobody records it: most
	 * are not, and cost nothing
	 */
	public Optional<Span> follow(@Nullable String traceparent, String name, Span.Kind kind) {
		if (traceparent == null || !traceparent.endsWith(SAMPLED)) {
			return Optional.empty();
		}
		return Optional
			.of(this.propagator.extract(Map.of(TRACEPARENT, traceparent), Map::get).kind(kind).name(name).start());
	}

	/**
	 * The trace of the request that the context belongs to.
	 */
	public static @Nullable String of(ContextView context) {
		Observation request = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		TracingContext tracing = (request != null) ? request.getContextView().get(TracingContext.class) : null;
		return (tracing != null && tracing.getSpan() != null) ? of(tracing.getSpan()) : null;
	}

	public static String of(Span span) {
		TraceContext trace = span.context();
		return "00-" + trace.traceId() + "-" + trace.spanId()
				+ (Boolean.TRUE.equals(trace.sampled()) ? SAMPLED : "-00");
	}

	/**
	 * A context that knows what a batch continues.
	 * @param causes trace parents by candidate
	 */
	public static Context with(Context context, Map<String, String> causes) {
		return causes.isEmpty() ? context : context.put(CAUSES, causes);
	}

	/**
	 * The trace of an event of the batch that changed what is known about this candidate.
	 */
	public static @Nullable String cause(ContextView context, String candidateId) {
		Map<String, String> causes = context.getOrDefault(CAUSES, Map.of());
		return (causes != null) ? causes.get(candidateId) : null;
	}

}
