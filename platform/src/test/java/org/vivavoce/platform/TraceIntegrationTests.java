package org.vivavoce.platform;

import java.time.Duration;
import java.util.List;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.contracts.EventType;
import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.TestTopics;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		// no sweep, which would publish again what a slow machine has not cleared yet
		properties = "vivavoce.outbox.sweep-interval=10m")
@BackedByServices
class TraceIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private static final String UNRECORDED = "1bf7651916cd43dd8448eb211c80319c";

	@LocalServerPort
	private int port;

	@Autowired
	private InMemorySpanExporter exporter;

	@Autowired
	private TestTopics topics;

	@TestConfiguration(proxyBeanMethods = false)
	static class Exporting {

		@Bean
		InMemorySpanExporter spans() {
			return InMemorySpanExporter.create();
		}

		@Bean
		SimpleSpanProcessor atOnce(InMemorySpanExporter spans) {
			return (SimpleSpanProcessor) SimpleSpanProcessor.create(spans);
		}

	}

	@Test
	void oneTraceSpansTheRequestThePublicationAndTheFold() {
		post("c-traced", "00-" + TRACE + "-b7ad6b7169203331-01");
		await().atMost(LONG)
			.untilAsserted(() -> assertThat(spans(TRACE)).extracting(SpanData::getName)
				.anyMatch((name) -> name.contains("/tallies/{id}/{entry}"))
				.anyMatch((name) -> name.matches("publish .*interview-closed"))
				.contains("sample apply interview-closed"));
		SpanData request = named("/tallies/{id}/{entry}");
		SpanData publication = named("publish ");
		SpanData fold = named("sample apply");
		assertThat(request.getParentSpanId()).isEqualTo("b7ad6b7169203331");
		assertThat(publication.getParentSpanId()).isEqualTo(request.getSpanId());
		assertThat(fold.getParentSpanId()).isEqualTo(publication.getSpanId());
		assertThat(this.topics.read(EventType.INTERVIEW_CLOSED))
			.filteredOn((each) -> each.event().candidateId().equals("c-traced"))
			.extracting((each) -> each.traceparent())
			.containsExactly("00-" + TRACE + "-" + publication.getSpanId() + "-01");
	}

	@Test
	void aTraceThatNobodyRecordsGoesOnInTheEventsAllTheSame() {
		post("c-unrecorded", "00-" + UNRECORDED + "-b7ad6b7169203331-00");
		await().atMost(LONG)
			.untilAsserted(() -> assertThat(this.topics.read(EventType.INTERVIEW_CLOSED))
				.filteredOn((each) -> each.event().candidateId().equals("c-unrecorded"))
				.singleElement()
				.satisfies((each) -> assertThat(each.traceparent()).startsWith("00-" + UNRECORDED).endsWith("-00")));
		assertThat(spans(UNRECORDED)).isEmpty();
	}

	private void post(String candidate, String traceparent) {
		WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.responseTimeout(LONG)
			.build()
			.post()
			.uri("/tallies/{candidate}/i-1", candidate)
			.headers((headers) -> headers.setBearerAuth(Tokens.of("ada")))
			.header("traceparent", traceparent)
			.exchange()
			.expectStatus()
			.isOk();
	}

	private SpanData named(String part) {
		return spans(TRACE).stream().filter((span) -> span.getName().contains(part)).findFirst().orElseThrow();
	}

	private List<SpanData> spans(String trace) {
		return this.exporter.getFinishedSpanItems().stream().filter((span) -> span.getTraceId().equals(trace)).toList();
	}

}
