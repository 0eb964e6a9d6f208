package org.vivavoce.gateway.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Ticker;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Refuses requests of those who send too many. First the address counts, so that nobody
 * makes up tokens to be somebody else; what is refused for its token costs the others at
 * the same address nothing.
 */
final class RequestLimitFilter implements WebFilter {

	private static final Log logger = LogFactory.getLog(RequestLimitFilter.class);

	private static final String HEALTH = "/actuator/health";

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
		String path = request.getPath().value();
		if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
			return chain.filter(exchange);
		}
		String address = ClientKeys.address(request, this.trustedProxies);
		Duration wait = this.addresses.take(address);
		if (!wait.isZero()) {
			return refuse("the address " + address, wait);
		}
		wait = ClientKeys.person(request).map(this.people::take).orElse(Duration.ZERO);
		if (!wait.isZero()) {
			this.addresses.giveBack(address);
			return refuse("one token, from the address " + address, wait);
		}
		return chain.filter(exchange);
	}

	/**
	 * Rounded up: who comes a little too early is refused again.
	 */
	static Duration wholeSeconds(Duration wait) {
		return Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds());
	}

	private Mono<Void> refuse(String who, Duration wait) {
		long now = this.ticker.read();
		long last = this.told.get();
		if (now - last >= PAUSE.toNanos() && this.told.compareAndSet(last, now)) {
			logger.warn("Somebody sends too many requests (vivavoce.limits): those of " + who
					+ ", and perhaps of others, are refused");
		}
		return Mono.error(() -> new ProblemException(ProblemTypes.TOO_MANY_REQUESTS,
				"You send more requests than are accepted; wait and send fewer")
			.retryAfter(wholeSeconds(wait)));
	}

}
