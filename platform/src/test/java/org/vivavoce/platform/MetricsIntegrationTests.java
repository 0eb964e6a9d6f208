package org.vivavoce.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.platform.SampleService.Folded;
import org.vivavoce.platform.projection.ProjectionContainers;
import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.TestTopics;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		// no sweep, which would publish again what a slow machine has not cleared yet
		properties = { "vivavoce.projection.patience=1s", "vivavoce.outbox.sweep-interval=10m" })
@BackedByServices
class MetricsIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@LocalServerPort
	private int port;

	@Autowired
	private TestTopics topics;

	@Autowired
	private Folded folded;

	@Autowired
	private ProjectionContainers containers;

	private WebTestClient anonymous = WebTestClient.bindToServer().build();

	@BeforeEach
	void client() {
		this.anonymous = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.responseTimeout(LONG)
			.build();
	}

	@AfterEach
	void heal() {
		this.folded.fails = null;
		this.containers.stop();
		this.containers.start();
	}

	@Test
	void metricsNeedATokenWithTheScope() {
		this.anonymous.get().uri("/actuator/prometheus").exchange().expectStatus().isUnauthorized();
		scrape(Tokens.of("ada", "reports:read")).expectStatus().isForbidden();
		scrape(Tokens.of("root", "admin")).expectStatus().isOk();
		scrape(Tokens.of("prometheus", "metrics:read")).expectStatus().isOk();
	}

	@Test
	void whoReadsMetricsReadsNothingElse() {
		this.anonymous.get()
			.uri("/limited?number=1")
			.headers((headers) -> headers.setBearerAuth(Tokens.of("prometheus", "metrics:read")))
			.exchange()
			.expectStatus()
			.isForbidden();
	}

	@Test
	void eventsAreCountedByTopicAndOutcome() {
		this.topics.send(closed("c-metrics", "i-1"), closed("c-metrics", "i-2"));
		this.topics.sendRaw(EventType.INTERVIEW_CLOSED, "c-metrics", "{", Map.of());
		this.anonymous.post()
			.uri("/tallies/c-metrics-written/i-1")
			.headers((headers) -> headers.setBearerAuth(Tokens.of("ada")))
			.exchange()
			.expectStatus()
			.isOk();
		await().atMost(LONG).untilAsserted(() -> {
			String metrics = metrics();
			assertThat(value(metrics, "vivavoce_projection_events_total", "outcome=\"applied\""))
				.isGreaterThanOrEqualTo(3);
			assertThat(value(metrics, "vivavoce_projection_events_total", "outcome=\"unreadable\"")).isPositive();
			assertThat(value(metrics, "vivavoce_outbox_events_total", "interview-closed\"")).isEqualTo(1);
			assertThat(value(metrics, "vivavoce_publisher_events_total", "interview-closed\"")).isEqualTo(1);
			assertThat(value(metrics, "vivavoce_publisher_events_total", "interview-closed-dlt\"")).isPositive();
			assertThat(value(metrics, "vivavoce_projection_lag", "projection=\"sample\"")).isZero();
			assertThat(value(metrics, "vivavoce_projection_step_seconds_count", "step=\"write\"")).isPositive();
			assertThat(value(metrics, "vivavoce_store_up", "")).isEqualTo(1);
		});
		assertThat(metrics()).doesNotContain("c-metrics");
	}

	@Test
	void aProjectionThatCannotGoOnIsNotReadyButAliveAndItsLagIsSeen() {
		ready(200);
		this.folded.fails = new IllegalStateException("the store is away");
		this.topics.send(closed("c-stalled", "i-1"));
		ready(503);
		assertThat(value(metrics(), "vivavoce_projection_lag", "projection=\"sample\"")).isEqualTo(1);
		probe("liveness", 200);
		assertThat(value(metrics(), "vivavoce_projection_stalled_seconds", "projection=\"sample\"")).isPositive();
		readinessFor(Tokens.of("operator", "admin")).jsonPath("$.components.projections.details.sample.condition")
			.isEqualTo("stalled")
			.jsonPath("$.components.projections.details.sample.cause")
			.value(String.class, (cause) -> assertThat(cause).contains("the store is away"))
			.jsonPath("$.components.projections.details.sample.waiting")
			.isNotEmpty();
		readinessFor(Tokens.of("reader", "reports:read")).jsonPath("$.components").doesNotExist();
		this.folded.fails = null;
		ready(200);
		assertThat(value(metrics(), "vivavoce_projection_lag", "projection=\"sample\"")).isZero();
		assertThat(value(metrics(), "vivavoce_projection_stalled_seconds", "projection=\"sample\"")).isZero();
	}

	@Test
	void aProjectionWhoseReaderHasDiedIsNeitherReadyNorAlive() {
		ready(200);
		this.folded.fails = new LinkageError("a fault that no repetition mends");
		this.topics.sendRaw(EventType.INTERVIEW_CLOSED, "c-dead", "{", Map.of());
		ready(503);
		probe("liveness", 503);
		this.folded.fails = null;
		this.containers.stop();
		this.containers.start();
		ready(200);
		probe("liveness", 200);
	}

	private void ready(int status) {
		await().atMost(LONG).untilAsserted(() -> probe("readiness", status));
	}

	/**
	 * A probe says a status, and no more.
	 */
	private void probe(String group, int status) {
		this.anonymous.get()
			.uri("/actuator/health/" + group)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody()
			.json("{\"status\": \"%s\"}".formatted((status == 200) ? "UP" : "DOWN"));
	}

	private WebTestClient.BodyContentSpec readinessFor(String token) {
		return this.anonymous.get()
			.uri("/actuator/health/readiness")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectBody();
	}

	private WebTestClient.ResponseSpec scrape(String token) {
		return this.anonymous.get()
			.uri("/actuator/prometheus")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange();
	}

	private String metrics() {
		return Objects.requireNonNull(scrape(Tokens.of("prometheus", "metrics:read")).expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

	private static double value(String metrics, String name, String label) {
		return metrics.lines()
			.filter((line) -> line.startsWith(name) && "{ ".indexOf(line.charAt(name.length())) >= 0
					&& line.contains(label))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	private static InterviewClosed closed(String candidateId, String interviewId) {
		return new InterviewClosed(interviewId, candidateId, InterviewOutcome.COMPLETED,
				Instant.parse("2026-05-04T08:00:00Z"));
	}

}
