package org.vivavoce.gateway;

import java.util.List;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

import org.vivavoce.gateway.limit.LimitConfiguration;
import org.vivavoce.gateway.signin.IssuedTokens;
import org.vivavoce.platform.crossorigin.CrossOriginConfiguration;
import org.vivavoce.platform.page.PageConfiguration;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemPages;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.problem.ProblemWriter;
import org.vivavoce.platform.security.ContentSecurityPolicy;
import org.vivavoce.platform.server.ServerConfiguration;
import org.vivavoce.platform.web.EventDocs;

/**
 * One origin for the three services: routes by resource path. The services check the
 * tokens themselves.
 */
@SpringBootApplication
@Import({ PageConfiguration.class, EventDocs.class, ServerConfiguration.class, CrossOriginConfiguration.class,
		LimitConfiguration.class })
public class GatewayApplication {

	private static final String[] SCORING = { "/api/v1/score-sheets/**", "/docs/scoring-service.json",
			"/api/v1/audit/scoring-service", "/api/v1/outbox/scoring-service/**", "/assets/scoring-service/**",
			"/interviews/{id}/console/**" };

	private static final String[] QUESTION = { "/api/v1/question-sets/**", "/api/v1/questions/**", "/api/v1/kits/**",
			"/api/v1/interviews/**", "/api/v1/candidates/**", "/docs/question-service.json",
			"/api/v1/audit/question-service", "/api/v1/outbox/question-service/**", "/assets/question-service/**", "/",
			"/hub/**", "/interviews/**" };

	private static final String[] REPORT = { "/api/v1/scorecards/**", "/api/v1/comparisons/**",
			"/api/v1/projections/**", "/api/v1/dead-letters/**", "/dead-letters/**", "/docs/report-service.json",
			"/api/v1/audit/report-service", "/api/v1/outbox/report-service/**", "/assets/report-service/**",
			"/scorecards/**", "/compare" };

	/**
	 * What the gateway serves itself, to everybody.
	 */
	private static final String[] OWN = { "/sign-in", "/sign-in/keys", "/sign-out", "/docs/**", "/webjars/**",
			"/assets/gateway/**", "/actuator/health/**" };

	/**
	 * Swagger UI writes styles into its page.
	 */
	private static final String DOCUMENTATION_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
			+ "img-src 'self' data:; frame-ancestors 'none'";

	/**
	 * Start the gateway alone.
	 * @param args settings
	 */
	public static void main(String[] args) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(GatewayApplication.class)
			.properties("spring.config.name=gateway")
			.run(args);
		String address = context.getEnvironment().getRequiredProperty("vivavoce.address");
		context.getBeanProvider(IssuedTokens.class)
			.ifAvailable((tokens) -> System.out.println("\nSign in as\n" + tokens.links(address)));
	}

	@Bean
	RouteLocator routes(RouteLocatorBuilder routes, @Value("${vivavoce.services.question}") String question,
			@Value("${vivavoce.services.scoring}") String scoring,
			@Value("${vivavoce.services.report}") String report) {
		return routes.routes()
			// before question-service, which has the other pages of interviews
			.route("scoring-service", (route) -> route.path(SCORING).filters(GatewayApplication::common).uri(scoring))
			.route("question-service",
					(route) -> route.path(QUESTION).filters(GatewayApplication::common).uri(question))
			.route("report-service", (route) -> route.path(REPORT).filters(GatewayApplication::common).uri(report))
			.build();
	}

	/**
	 * Which origins may read is said twice, where the services are told, too.
	 */
	private static GatewayFilterSpec common(GatewayFilterSpec filters) {
		return filters.preserveHostHeader()
			.dedupeResponseHeader("Access-Control-Allow-Origin Access-Control-Expose-Headers Vary", "RETAIN_UNIQUE");
	}

	@Bean
	SecurityWebFilterChain passThrough(ServerHttpSecurity http) {
		return http
			.authorizeExchange((exchange) -> exchange.pathMatchers(SCORING)
				.permitAll()
				.pathMatchers(QUESTION)
				.permitAll()
				.pathMatchers(REPORT)
				.permitAll()
				.pathMatchers(OWN)
				.permitAll()
				.anyExchange()
				.access((caller, context) -> Mono
					.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is nothing under this address"))))
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
	@Order(Ordered.HIGHEST_PRECEDENCE)
	WebFilter pageHeaders() {
		return (exchange, chain) -> {
			exchange.getResponse().beforeCommit(() -> {
				HttpHeaders headers = exchange.getResponse().getHeaders();
				headers.putIfAbsent("Content-Security-Policy", List.of(policy(exchange)));
				headers.putIfAbsent("X-Content-Type-Options", List.of("nosniff"));
				headers.putIfAbsent("Referrer-Policy", List.of("no-referrer"));
				return Mono.empty();
			});
			return chain.filter(exchange);
		};
	}

	private static String policy(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value();
		return (path.startsWith("/docs") || path.startsWith("/webjars")) ? DOCUMENTATION_POLICY
				: ContentSecurityPolicy.PAGE;
	}

	@Bean
	ProblemWriter problemWriter(JsonMapper json, ProblemPages pages) {
		return new ProblemWriter(json, pages);
	}

}
