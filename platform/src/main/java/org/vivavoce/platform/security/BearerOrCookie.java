package org.vivavoce.platform.security;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;

/**
 * Takes the token from the Authorization header or, without one, from the cookie of a
 * browser that is signed in.
 */
final class BearerOrCookie implements ServerAuthenticationConverter {

	private final ServerBearerTokenAuthenticationConverter header = new ServerBearerTokenAuthenticationConverter();

	@Override
	public Mono<Authentication> convert(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		String token = cookie(request);
		return (token != null) ? Mono.just(new BearerTokenAuthenticationToken(token)) : this.header.convert(exchange);
	}

	/**
	 * The token of the cookie, where that is what the request is authenticated by.
	 */
	static @Nullable String cookie(ServerHttpRequest request) {
		if (request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION) != null) {
			return null;
		}
		HttpCookie cookie = request.getCookies().getFirst(TokenCookie.NAME);
		return (cookie != null && !cookie.getValue().isBlank()) ? cookie.getValue() : null;
	}

}
