package org.vivavoce.report;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

import org.vivavoce.contracts.Level;
import org.vivavoce.report.scorecard.History;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ReportServiceTest
// a service of its own: others expect the first generation
@TestPropertySource(properties = "vivavoce.rebuild.max-lag=1")
class RebuildInstancesIntegrationTests {

	@Autowired
	private Service service;

	@Autowired
	private Environment environment;

	@Test
	void allInstancesReadTheSameGenerationAlsoOnesThatComeAndGoMeanwhile() {
		History before = history("inst-rb-1");
		this.service.sendAndAwait(before);
		ConfigurableApplicationContext other = start();
		rebuild(other.getEnvironment());
		awaitGeneration(this.environment, 2);
		awaitGeneration(other.getEnvironment(), 2);
		History after = history("inst-rb-2");
		this.service.sendAndAwait(after);
		assertShows(other, before);
		assertShows(other, after);

		rebuild(this.environment);
		other.close();
		ConfigurableApplicationContext third = start();
		this.service.sendAndAwait(history("inst-rb-3"));
		awaitGeneration(this.environment, 3);
		awaitGeneration(third.getEnvironment(), 3);
		assertShows(third, before);
		assertShows(third, history("inst-rb-3"));
		third.close();
	}

	private void assertShows(ConfigurableApplicationContext instance, History history) {
		assertThat(get(instance.getEnvironment(), "/scorecards/" + history.card().candidateId()))
			.isEqualTo(this.service.expected(history));
	}

	private static void awaitGeneration(Environment instance, int generation) {
		await().atMost(java.time.Duration.ofSeconds(60))
			.until(() -> get(instance, "/projections/scorecards").get("generation").asInt() == generation);
	}

	private static JsonNode get(Environment instance, String path) {
		String body = client(instance).get()
			.uri(path)
			.retrieve()
			.bodyToMono(String.class)
			.blockOptional()
			.orElseThrow();
		return JsonMapper.shared().readTree(body);
	}

	private static void rebuild(Environment instance) {
		client(instance).post().uri("/projections/scorecards/rebuild").retrieve().toBodilessEntity().block();
	}

	private static WebClient client(Environment instance) {
		return WebClient.builder()
			.baseUrl("http://localhost:" + instance.getRequiredProperty("local.server.port") + "/api/v1")
			.defaultHeaders((headers) -> headers.setBearerAuth(Tokens.of("root", "admin", "reports:read")))
			.build();
	}

	private ConfigurableApplicationContext start() {
		String[] shared = { "spring.kafka.bootstrap-servers", "spring.mongodb.uri", "vivavoce.topics.prefix",
				"vivavoce.topics.partitions", "spring.security.oauth2.resourceserver.jwt.public-key-location",
				"vivavoce.rebuild.interval", "vivavoce.rebuild.grace" };
		String[] settings = Stream
			.concat(Stream.of("--server.port=0"),
					Stream.of(shared).map((name) -> "--" + name + "=" + this.environment.getRequiredProperty(name)))
			.toArray(String[]::new);
		return new SpringApplicationBuilder(ReportServiceApplication.class)
			.properties("spring.config.name=report-service")
			.run(settings);
	}

	private static History history(String candidate) {
		return History.of(candidate).opened("iv").served("iv", "q", Level.MID).scored("iv", "q", "ann", 3).closed("iv");
	}

}
