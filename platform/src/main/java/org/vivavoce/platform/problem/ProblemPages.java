package org.vivavoce.platform.problem;

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;

/**
 * Shows problems to people instead of programs.
 */
public interface ProblemPages {

	/**
	 * Whether a person waits for the answer.
	 */
	boolean serve(ServerWebExchange exchange);

	/**
	 * Write the page. Status and headers that concern the problem are already set.
	 */
	Mono<Void> write(ServerWebExchange exchange, ProblemException problem);

}
