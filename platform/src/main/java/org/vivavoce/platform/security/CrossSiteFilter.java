package org.vivavoce.platform.security;

import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Refuses writes that another site makes a signed-in browser send. Browsers say where a
 * request comes from by Sec-Fetch-Site or, older ones, by Origin; a write by cookie must
 * say that it comes from here. Requests with an Authorization header are not affected: no
 * other site can make a browser send one.
 */
final class CrossSiteFilter implements WebFilter {

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (!SAFE.contains(request.getMethod()) && BearerOrCookie.cookie(request) != null && !fromHere(request)) {
			return Mono.error(() -> new ProblemException(ProblemTypes.FORBIDDEN,
					"A write by cookie must come from a page of the same origin"));
		}
		return chain.filter(exchange);
	}

	private static boolean fromHere(ServerHttpRequest request) {
		String site = request.getHeaders().getFirst("Sec-Fetch-Site");
		if (site != null) {
			return site.equals("same-origin");
		}
		String origin = request.getHeaders().getOrigin();
		String host = request.getHeaders().getFirst(HttpHeaders.HOST);
		String forwarded = request.getHeaders().getFirst("X-Forwarded-Host");
		return origin != null && (sameHost(origin, host) || sameHost(origin, forwarded));
	}

	private static boolean sameHost(String origin, @Nullable String host) {
		try {
			return host != null && host.equals(URI.create(origin).getAuthority());
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
