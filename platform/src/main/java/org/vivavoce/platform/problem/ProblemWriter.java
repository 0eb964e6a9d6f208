package org.vivavoce.platform.problem;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Answers every failed request: programs with problem details, people with a page.
 */
@Order(-2)
public final class ProblemWriter implements WebExceptionHandler, ServerAuthenticationEntryPoint,
		ServerAccessDeniedHandler, ServerExchangeRejectedHandler {

	private static final Log logger = LogFactory.getLog(ProblemWriter.class);

	/**
	 * The attribute of an exchange that says why a request was refused.
	 */
	public static final String REASON = ProblemWriter.class.getName() + ".reason";

	private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS,
			HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

	private final JsonMapper json;

	private final ProblemPages pages;

	private final RefusalLog refusals = new RefusalLog();

	public ProblemWriter(JsonMapper json, ProblemPages pages) {
		this.json = json;
		this.pages = pages;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(thrown);
		}
		ProblemException problem = Problems.of(thrown);
		if (HungUp.is(thrown)) {
			// by the client, who does not hear the answer, or behind a gateway, whose
			// client does
			logger.debug(exchange.getLogPrefix() + "Somebody has hung up: " + thrown.getMessage());
			problem = Problems.unavailable();
		}
		else if (problem.type().equals(ProblemTypes.INTERNAL)) {
			logger.error(exchange.getLogPrefix() + exchange.getRequest().getMethod() + " "
					+ exchange.getRequest().getPath() + " failed", thrown);
		}
		else if (problem.type().status().is5xxServerError()) {
			logger.warn(
					exchange.getLogPrefix() + exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath()
							+ " is unavailable: " + Printable.of(String.valueOf(thrown.getMessage())));
		}
		if (thrown instanceof MethodNotAllowedException refused) {
			exchange.getResponse().getHeaders().setAllow(refused.getSupportedMethods());
		}
		return write(exchange, problem);
	}

	/**
	 * What Spring Security's firewall rejects before anything else sees it.
	 */
	@Override
	public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException thrown) {
		if (!METHODS.contains(exchange.getRequest().getMethod())) {
			exchange.getResponse().getHeaders().setAllow(METHODS);
			return write(exchange, new ProblemException(ProblemTypes.METHOD_NOT_ALLOWED,
					"No address supports " + exchange.getRequest().getMethod()));
		}
		return write(exchange,
				new ProblemException(ProblemTypes.MALFORMED, "The address has characters that are not accepted"));
	}

	@Override
	public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException thrown) {
		return handle(exchange, (Throwable) thrown);
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException thrown) {
		return handle(exchange, (Throwable) thrown);
	}

	private Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(problem.type().status());
		int status = problem.type().status().value();
		Challenge challenge = problem.challenge();
		if (challenge != null) {
			response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge.header());
		}
		if (status == 401 || status == 403) {
			tell(exchange, status, (challenge != null) ? challenge.reason() : problem.detail());
		}
		if (problem.retryAfter() != null) {
			response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter().toSeconds()));
		}
		if (this.pages.serve(exchange)) {
			return this.pages.write(exchange, problem);
		}
		response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		byte[] body = this.json.writeValueAsBytes(body(exchange, problem));
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	/**
	 * In the log and, by the attribute, in the audit log.
	 */
	private void tell(ServerWebExchange exchange, int status, String reason) {
		exchange.getAttributes().put(REASON, reason);
		if (this.refusals.admits(status, reason, Instant.now())) {
			logger.info(exchange.getLogPrefix() + exchange.getRequest().getMethod() + " "
					+ Printable.of(exchange.getRequest().getPath().value()) + " is refused (" + status + "): "
					+ Printable.of(reason) + ". Others of this kind are not logged within the minute");
		}
	}

	private static Map<String, Object> body(ServerWebExchange exchange, ProblemException problem) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", problem.type().uri());
		body.put("title", problem.type().title());
		body.put("status", problem.type().status().value());
		body.put("detail", problem.detail());
		body.put("instance", exchange.getRequest().getPath().value());
		body.put("requestId", exchange.getRequest().getId());
		if (!problem.errors().isEmpty()) {
			body.put("errors", problem.errors());
		}
		return body;
	}

}
