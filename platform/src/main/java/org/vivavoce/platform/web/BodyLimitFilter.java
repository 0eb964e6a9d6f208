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
 * Refuses bodies that are too large. What is left of such a body is read and dropped
 * first, because a client that still sends does not hear an answer; only a body that is
 * absurdly large is cut off.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class BodyLimitFilter implements WebFilter {

	/**
	 * So much is read to be polite, in bytes.
	 */
	private static final long CUT_OFF = 32L * 1024 * 1024;

	private final WebProperties properties;

	BodyLimitFilter(WebProperties properties) {
		this.properties = properties;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		long limit = this.properties.bodyLimit(request.getPath().value());
		ServerHttpRequest limited = limited(request, exchange.getResponse(), limit);
		// a body that says its size is refused before anything is done
		return (request.getHeaders().getContentLength() > limit)
				? limited.getBody().doOnNext(DataBufferUtils::release).then()
				: chain.filter(exchange.mutate().request(limited).build());
	}

	private static ServerHttpRequest limited(ServerHttpRequest request, ServerHttpResponse response, long limit) {
		return new ServerHttpRequestDecorator(request) {
			@Override
			public Flux<DataBuffer> getBody() {
				AtomicLong size = new AtomicLong();
				Flux<DataBuffer> allowed = super.getBody().handle((buffer, sink) -> {
					long soFar = size.addAndGet(buffer.readableByteCount());
					if (soFar <= limit) {
						sink.next(buffer);
						return;
					}
					DataBufferUtils.release(buffer);
					if (soFar > CUT_OFF) {
						response.getHeaders().set(HttpHeaders.CONNECTION, "close");
						sink.error(tooLarge(limit));
					}
				});
				return allowed
					.concatWith(Mono.defer(() -> (size.get() > limit) ? Mono.error(tooLarge(limit)) : Mono.empty()));
			}
		};
	}

	private static ProblemException tooLarge(long limit) {
		return new ProblemException(ProblemTypes.TOO_LARGE, "At most " + limit + " bytes are accepted here");
	}

}
