package org.vivavoce.platform.web;

import java.util.regex.Pattern;

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import org.vivavoce.platform.outbox.Envelopes;

/**
 * Lets the caller's trace go on in the events that a request causes (W3C Trace Context).
 */
final class TraceFilter implements WebFilter {

	private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String header = exchange.getRequest().getHeaders().getFirst(Envelopes.TRACEPARENT);
		Mono<Void> handled = chain.filter(exchange);
		return (header != null && TRACEPARENT.matcher(header).matches())
				? handled.contextWrite((context) -> context.put(Envelopes.TRACEPARENT, header)) : handled;
	}

}
