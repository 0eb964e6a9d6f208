package org.vivavoce.platform.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Answers {@code If-None-Match: *} of a read with 304 where there is something (RFC 9110,
 * section 13.1.2): Spring compares the asterisk with tags.
 */
final class AnyTagFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		HttpMethod method = exchange.getRequest().getMethod();
		boolean any = exchange.getRequest().getHeaders().getIfNoneMatch().contains("*");
		return chain
			.filter((any && (method == HttpMethod.GET || method == HttpMethod.HEAD)) ? new AnyTag(exchange) : exchange);
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
