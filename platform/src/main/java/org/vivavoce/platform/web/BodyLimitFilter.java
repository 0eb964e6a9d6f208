package org.vivavoce.platform.web;

import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Refuses bodies that are too large: at once when they say so, else as soon as they are.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class BodyLimitFilter implements WebFilter {

	private final WebProperties properties;

	BodyLimitFilter(WebProperties properties) {
		this.properties = properties;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		long limit = this.properties.bodyLimit(request.getPath().value());
		if (request.getHeaders().getContentLength() > limit) {
			return Mono.error(() -> tooLarge(exchange.getResponse(), limit));
		}
		return chain.filter(exchange.mutate().request(limited(request, exchange.getResponse(), limit)).build());
	}

	private static ServerHttpRequest limited(ServerHttpRequest request, ServerHttpResponse response, long limit) {
		return new ServerHttpRequestDecorator(request) {
			@Override
			public Flux<DataBuffer> getBody() {
				AtomicLong size = new AtomicLong();
				return super.getBody().handle((buffer, sink) -> {
					if (size.addAndGet(buffer.readableByteCount()) > limit) {
						DataBufferUtils.release(buffer);
						sink.error(tooLarge(response, limit));
					}
					else {
						sink.next(buffer);
					}
				});
			}
		};
	}

	private static ProblemException tooLarge(ServerHttpResponse response, long limit) {
		// the rest of the body is not read, so nothing else can come over this connection
		response.getHeaders().set(HttpHeaders.CONNECTION, "close");
		return new ProblemException(ProblemTypes.TOO_LARGE, "At most " + limit + " bytes are accepted here");
	}

}
