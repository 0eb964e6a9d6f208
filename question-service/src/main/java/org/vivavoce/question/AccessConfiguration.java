package org.vivavoce.question;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Scopes;

/**
 * Refuses writes without their scope before anything is said about their bodies, which a
 * controller is too late for: its method is called with a body that was read.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

	private static final List<Write> WRITES = List.of(
			Write.of(HttpMethod.POST, "/api/v1/question-sets", Scopes.QUESTIONS_WRITE),
			Write.of(HttpMethod.POST, "/api/v1/question-sets/preview", Scopes.QUESTIONS_WRITE),
			Write.of(HttpMethod.PUT, "/api/v1/questions/{id}", Scopes.QUESTIONS_WRITE),
			Write.of(HttpMethod.PUT, "/api/v1/questions/{id}/draft", Scopes.QUESTIONS_WRITE),
			Write.of(HttpMethod.POST, "/api/v1/questions/{id}/*", Scopes.QUESTIONS_WRITE),
			Write.of(HttpMethod.PUT, "/api/v1/kits/{id}", Scopes.QUESTIONS_WRITE),
			Write.of(HttpMethod.POST, "/api/v1/interviews", Scopes.INTERVIEWS_WRITE),
			Write.of(HttpMethod.PUT, "/api/v1/candidates/{id}", Scopes.INTERVIEWS_WRITE));

	/**
	 * Without an order it follows the authentication.
	 */
	@Bean
	WebFilter scopesOfWrites() {
		return (exchange, chain) -> Flux.fromIterable(WRITES)
			.concatMap((write) -> write.require(exchange))
			.then(Mono.defer(() -> chain.filter(exchange)));
	}

	private record Write(ServerWebExchangeMatcher requests, String scope) {

		static Write of(HttpMethod method, String path, String scope) {
			return new Write(ServerWebExchangeMatchers.pathMatchers(method, path), scope);
		}

		Mono<Void> require(ServerWebExchange exchange) {
			return this.requests.matches(exchange)
				.filter(ServerWebExchangeMatcher.MatchResult::isMatch)
				.flatMap((match) -> exchange.<Authentication>getPrincipal())
				.filter((caller) -> !has(caller, this.scope))
				.flatMap((caller) -> Mono
					.error(new ProblemException(ProblemTypes.FORBIDDEN, "The scope '" + this.scope + "' is required")));
		}

		private static boolean has(Authentication caller, String scope) {
			return caller.getAuthorities()
				.stream()
				.anyMatch((authority) -> ("SCOPE_" + scope).equals(authority.getAuthority()));
		}

	}

}
