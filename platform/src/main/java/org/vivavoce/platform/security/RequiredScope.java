package org.vivavoce.platform.security;

import java.util.List;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.problem.Challenge;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Lets callers with one of some scopes through, and tells the others what they lack.
 */
final class RequiredScope implements ReactiveAuthorizationManager<AuthorizationContext> {

	private final String path;

	private final List<String> scopes;

	RequiredScope(String path, List<String> scopes) {
		this.path = path;
		this.scopes = scopes;
	}

	@Override
	public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
		return caller.filter(Authentication::isAuthenticated)
			.flatMap((known) -> allows(known) ? Mono.<AuthorizationResult>just(new AuthorizationDecision(true))
					: refuse(context.getExchange()))
			.defaultIfEmpty(new AuthorizationDecision(false));
	}

	private boolean allows(Authentication caller) {
		return this.scopes.isEmpty() || this.scopes.stream().anyMatch((scope) -> Caller.has(caller, scope));
	}

	/**
	 * What is measured of the request goes under its path, like that of requests that are
	 * let through.
	 */
	private Mono<AuthorizationResult> refuse(ServerWebExchange exchange) {
		ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.ifPresent((observation) -> observation.setPathPattern(this.path));
		String required = (this.scopes.size() == 1) ? "The scope '" + this.scopes.getFirst() + "' is required"
				: "One of the scopes " + this.scopes.stream().collect(Collectors.joining("', '", "'", "'"))
						+ " is required";
		return Mono.error(() -> new ProblemException(ProblemTypes.FORBIDDEN, required)
			.challenge(Challenge.insufficientScope(required, this.scopes)));
	}

}
