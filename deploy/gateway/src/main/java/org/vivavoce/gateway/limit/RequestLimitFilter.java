package org.vivavoce.gateway.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Ticker;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Refuses requests of those who send too many, before anything else is done for them.
 * First the address counts, so that nobody makes up tokens to be somebody else.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
final class RequestLimitFilter implements WebFilter {

	private static final Log logger = LogFactory.getLog(RequestLimitFilter.class);

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final int trustedProxies;

	private final RequestLimit people;

	private final RequestLimit addresses;

	private final Ticker ticker;

	private final AtomicLong told;

	RequestLimitFilter(LimitProperties properties, Ticker ticker) {
		this.trustedProxies = properties.trustedProxies();
		this.people = new RequestLimit(properties.personPerSecond(), properties.personBurst(), properties.tracked(),
				ticker);
		this.addresses = new RequestLimit(properties.addressPerSecond(), properties.addressBurst(),
				properties.tracked(), ticker);
		this.ticker = ticker;
		this.told = new AtomicLong(ticker.read() - PAUSE.toNanos());
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (request.getPath().value().startsWith("/actuator/health")) {
			return chain.filter(exchange);
		}
		Duration wait = this.addresses.take(ClientKeys.address(request, this.trustedProxies));
		if (wait.isZero()) {
			wait = ClientKeys.person(request).map(this.people::take).orElse(Duration.ZERO);
		}
		return wait.isZero() ? chain.filter(exchange) : refuse(request, wait);
	}

	private Mono<Void> refuse(ServerHttpRequest request, Duration wait) {
		long now = this.ticker.read();
		long last = this.told.get();
		if (now - last >= PAUSE.toNanos() && this.told.compareAndSet(last, now)) {
			logger.warn("Somebody sends too many requests (vivavoce.limits): those of " + request.getRemoteAddress()
					+ ", and perhaps of others, are refused");
		}
		return Mono.error(() -> new ProblemException(ProblemTypes.TOO_MANY_REQUESTS,
				"You send more requests than are accepted; wait and send fewer")
			.retryAfter(Duration.ofSeconds(wait.plusMillis(999).toSeconds())));
	}

}
