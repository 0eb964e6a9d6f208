package org.vivavoce.platform.security;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses endpoints that no rule names. A request without an endpoint goes on: only those
 * know which answer it gets, 404 or 405, that know the endpoints.
 */
final class ClosedByDefault implements ReactiveAuthorizationManager<AuthorizationContext> {

	private static final Log logger = LogFactory.getLog(ClosedByDefault.class);

	private final ObjectProvider<HandlerMapping> mappings;

	ClosedByDefault(ObjectProvider<HandlerMapping> mappings) {
		this.mappings = mappings;
	}

	@Override
	public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
		return caller.filter(Authentication::isAuthenticated)
			.flatMap((known) -> leadsToAnEndpoint(context.getExchange()))
			.<AuthorizationResult>map((closed) -> new AuthorizationDecision(!closed))
			.defaultIfEmpty(new AuthorizationDecision(false));
	}

	private Mono<Boolean> leadsToAnEndpoint(ServerWebExchange exchange) {
		// those by URL are of static files, and take every address for one
		return Flux.fromStream(this.mappings::orderedStream)
			.filter((mapping) -> !(mapping instanceof AbstractUrlHandlerMapping))
			.concatMap((mapping) -> mapping.getHandler(exchange).onErrorComplete())
			.doOnNext((endpoint) -> logger.warn("No access rule names " + endpoint + ": it is closed"))
			.hasElements();
	}

}
