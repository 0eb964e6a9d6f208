package org.vivavoce.platform.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Answers {@code If-None-Match: *} of a read with 304 where there is something (RFC 9110,
 * section 13.1.2): Spring compares the asterisk with tags. What is no list of tags
 * matches nothing, where Spring would fail.
 */
final class AnyTagFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD) {
			return chain.filter(exchange);
		}
		try {
			boolean any = request.getHeaders().getIfNoneMatch().contains("*");
			return chain.filter(any ? new AnyTag(exchange) : exchange);
		}
		catch (IllegalArgumentException ex) {
			return chain.filter(exchange.mutate()
				.request((builder) -> builder.headers((headers) -> headers.remove(HttpHeaders.IF_NONE_MATCH)))
				.build());
		}
	}

	private static final class AnyTag extends ServerWebExchangeDecorator {

		AnyTag(ServerWebExchange exchange) {
			super(exchange);
		}

		@Override
		public boolean checkNotModified(@Nullable String etag, Instant lastModified) {
			if (etag == null) {
				return super.checkNotModified(null, lastModified);
			}
			getResponse().getHeaders().setETag(etag);
			getResponse().setStatusCode(HttpStatus.NOT_MODIFIED);
			return true;
		}

	}

}
