package org.vivavoce.standalone;

import java.util.List;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.WebFilter;

import org.vivavoce.platform.problem.ProblemWriter;

/**
 * One origin for the three services: routes by resource path. The services check the
 * tokens themselves.
 */
@SpringBootApplication
class GatewayApplication {

	private static final String PAGE_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
			+ "img-src 'self' data:; frame-ancestors 'none'";

	@Bean
	RouteLocator routes(RouteLocatorBuilder routes, @Value("${vivavoce.services.question}") String question,
			@Value("${vivavoce.services.scoring}") String scoring,
			@Value("${vivavoce.services.report}") String report) {
		return routes.routes()
			.route("question-service",
					(route) -> route
						.path("/api/v1/question-sets/**", "/api/v1/questions/**", "/api/v1/interviews/**",
								"/api/v1/candidates/**", "/docs/question-service.json")
						.filters((filters) -> filters.preserveHostHeader())
						.uri(question))
			.route("scoring-service",
					(route) -> route.path("/api/v1/score-sheets/**", "/docs/scoring-service.json")
						.filters((filters) -> filters.preserveHostHeader())
						.uri(scoring))
			.route("report-service",
					(route) -> route
						.path("/api/v1/scorecards/**", "/api/v1/comparisons/**", "/api/v1/projections/**",
								"/docs/report-service.json")
						.filters((filters) -> filters.preserveHostHeader())
						.uri(report))
			.build();
	}

	@Bean
	SecurityWebFilterChain passThrough(ServerHttpSecurity http) {
		return http.authorizeExchange((exchange) -> exchange.anyExchange().permitAll())
			.csrf(CsrfSpec::disable)
			.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
			.formLogin(ServerHttpSecurity.FormLoginSpec::disable)
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			// the services set theirs
			.headers(HeaderSpec::disable)
			.build();
	}

	/**
	 * For what the gateway serves itself; the services set their own.
	 */
	@Bean
	WebFilter pageHeaders() {
		return (exchange, chain) -> {
			exchange.getResponse().beforeCommit(() -> {
				HttpHeaders headers = exchange.getResponse().getHeaders();
				headers.putIfAbsent("Content-Security-Policy", List.of(PAGE_POLICY));
				headers.putIfAbsent("X-Content-Type-Options", List.of("nosniff"));
				headers.putIfAbsent("Referrer-Policy", List.of("no-referrer"));
				return Mono.empty();
			});
			return chain.filter(exchange);
		};
	}

	@Bean
	ProblemWriter problemWriter(JsonMapper json) {
		return new ProblemWriter(json);
	}

}
