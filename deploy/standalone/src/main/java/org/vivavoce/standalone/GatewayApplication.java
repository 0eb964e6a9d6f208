package org.vivavoce.standalone;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;

import org.vivavoce.platform.problem.ProblemWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One origin for the three services: routes by resource path. The services check the
 * tokens themselves.
 */
@SpringBootApplication
class GatewayApplication {

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

	@Bean
	ProblemWriter problemWriter(JsonMapper json) {
		return new ProblemWriter(json);
	}

}
