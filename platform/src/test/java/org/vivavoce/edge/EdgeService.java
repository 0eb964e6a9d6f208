package org.vivavoce.edge;

import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import org.vivavoce.platform.PlatformAutoConfiguration;
import org.vivavoce.platform.crossorigin.CrossOriginConfiguration;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemPages;
import org.vivavoce.platform.problem.ProblemWriter;
import org.vivavoce.platform.security.AccessRule;
import org.vivavoce.platform.security.AccessRules;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.platform.security.SecurityConfiguration;
import org.vivavoce.platform.server.ServerConfiguration;
import org.vivavoce.testing.OwnConnections;
import org.vivavoce.testing.Tokens;

/**
 * What a service has at its edge, without a store and a broker: the server, the filters
 * that know who calls, and a few endpoints.
 */
@EnableAutoConfiguration(exclude = PlatformAutoConfiguration.class)
@Import({ SecurityConfiguration.class, ServerConfiguration.class, CrossOriginConfiguration.class, OwnConnections.class,
		EdgeService.Endpoints.class })
public class EdgeService {

	/**
	 * Start it on any port, with tokens of {@link Tokens} unless settings say otherwise.
	 */
	public static ConfigurableApplicationContext start(String... settings) {
		boolean issuer = Stream.of(settings).anyMatch((setting) -> setting.contains("jwt.jwk-set-uri"));
		return start(Map.of(), issuer, settings);
	}

	/**
	 * Start it with environment variables.
	 */
	public static ConfigurableApplicationContext start(Map<String, String> variables, boolean issuer,
			String... settings) {
		StandardEnvironment environment = new StandardEnvironment();
		PropertySource<?> source = new SystemEnvironmentPropertySource("test-systemEnvironment", Map.copyOf(variables));
		environment.getPropertySources().addLast(source);
		return new SpringApplicationBuilder(EdgeService.class).environment(environment)
			.properties("spring.config.name=edge", "spring.config.import=classpath:vivavoce-platform.yaml",
					"spring.application.name=edge", "server.port=0", "springdoc.api-docs.enabled=false",
					"management.endpoint.health.validate-group-membership=false",
					"spring.autoconfigure.exclude=org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration,"
							+ "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration,"
							+ "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration")
			.logStartupInfo(false)
			.run(Stream.concat(Stream.of(settings), issuer ? Stream.empty() : Stream
				.of("--spring.security.oauth2.resourceserver.jwt.public-key-location=" + Tokens.publicKeyLocation()))
				.toArray(String[]::new));
	}

	public static int port(ConfigurableApplicationContext service) {
		return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	@Bean
	AccessRules edgeAccess() {
		return AccessRules.of(AccessRule.scope(Scopes.REPORTS_READ, HttpMethod.GET, "/api/v1/limited"),
				AccessRule.signedIn(HttpMethod.GET, "/api/v1/me", "/api/v1/stream", "/api/v1/endless"),
				AccessRule.signedIn(HttpMethod.POST, "/api/v1/length"));
	}

	@Bean
	ProblemWriter problemWriter(JsonMapper json) {
		return new ProblemWriter(json, new ProblemPages() {
			@Override
			public boolean serve(ServerWebExchange exchange) {
				return false;
			}

			@Override
			public Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
				throw new IllegalStateException("There are no pages");
			}
		});
	}

	@RestController
	static final class Endpoints {

		@GetMapping("/api/v1/me")
		Mono<Map<String, Object>> me(Caller caller) {
			return Mono.just(Map.of("id", caller.id(), "scopes", new TreeSet<>(caller.scopes())));
		}

		@GetMapping("/api/v1/limited")
		Mono<String> limited() {
			return Mono.just("here you are");
		}

		@PostMapping("/api/v1/length")
		Mono<Integer> length(@RequestBody Mono<byte[]> body) {
			return body.map((bytes) -> bytes.length);
		}

		/**
		 * Says something every half second.
		 */
		@GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> stream() {
			return Flux.interval(Duration.ZERO, Duration.ofMillis(500)).map((beat) -> "beat " + beat);
		}

		/**
		 * Large parts without an end.
		 */
		@GetMapping(path = "/api/v1/endless", produces = MediaType.APPLICATION_NDJSON_VALUE)
		Flux<Map<String, String>> endless() {
			return Flux.interval(Duration.ofMillis(1))
				.onBackpressureDrop()
				.map((beat) -> Map.of("row", "x".repeat(10_000)));
		}

	}

}
