package org.vivavoce.report;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;

import org.vivavoce.contracts.Level;
import org.vivavoce.report.scorecard.History;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
class InstancesIntegrationTests {

	private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT = new ParameterizedTypeReference<>() {
	};

	private static final String END = "the end";

	@Autowired
	private Service service;

	@Autowired
	private Environment environment;

	@Test
	void clientsOfAnyInstanceSeeWhatAllInstancesWriteAndAreLetGoWhenTheirsStops() {
		Set<String> seen = ConcurrentHashMap.newKeySet();
		Set<String> seenByOther = ConcurrentHashMap.newKeySet();
		ConfigurableApplicationContext other = start();
		Disposable one = follow(port(this.environment), seen);
		Disposable two = follow(port(other.getEnvironment()), seenByOther);
		List<String> candidates = IntStream.range(0, 30).mapToObj((i) -> "inst-" + i).toList();
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			// until both listen
			this.service
				.send(History.of("inst-x").at(System.nanoTime() / 1_000_000_000).closed("iv" + System.nanoTime()));
			assertThat(seen).contains("inst-x");
			assertThat(seenByOther).contains("inst-x");
		});
		candidates.forEach((each) -> this.service.send(History.of(each).served("iv", "q", Level.MID)));
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(seen).containsAll(candidates);
			assertThat(seenByOther).containsAll(candidates);
		});
		long before = System.nanoTime();
		other.close();
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
		// told to come back, not cut off
		Awaitility.await().until(() -> seenByOther.contains(END));
		assertThat(two.isDisposed()).isTrue();
		assertThat(one.isDisposed()).isFalse();
		this.service.sendAndAwait(History.of("inst-after").served("iv", "q", Level.MID));
		Awaitility.await().until(() -> seen.contains("inst-after"));
		one.dispose();
	}

	private ConfigurableApplicationContext start() {
		String[] shared = { "spring.kafka.bootstrap-servers", "spring.mongodb.uri", "vivavoce.topics.prefix",
				"vivavoce.topics.partitions", "spring.security.oauth2.resourceserver.jwt.public-key-location" };
		String[] settings = Stream
			.concat(Stream.of("--server.port=0"),
					Stream.of(shared).map((name) -> "--" + name + "=" + this.environment.getRequiredProperty(name)))
			.toArray(String[]::new);
		return new SpringApplicationBuilder(ReportServiceApplication.class)
			.properties("spring.config.name=report-service")
			.run(settings);
	}

	private static int port(Environment environment) {
		return environment.getRequiredProperty("local.server.port", Integer.class);
	}

	private static Disposable follow(int port, Set<String> seen) {
		return WebClient.create("http://localhost:" + port)
			.get()
			.uri("/api/v1/scorecards/stream")
			.headers((headers) -> headers.setBearerAuth(Tokens.of("recruiter", "reports:read")))
			.retrieve()
			.bodyToFlux(EVENT)
			.mapNotNull(ServerSentEvent::data)
			.subscribe((data) -> seen.add(data.replaceAll(".*\"candidateId\":\"([^\"]+)\".*", "$1")), (failure) -> {
			}, () -> seen.add(END));
	}

}
