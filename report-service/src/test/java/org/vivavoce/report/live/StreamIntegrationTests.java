package org.vivavoce.report.live;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;
import org.vivavoce.report.ReportServiceTest;
import org.vivavoce.report.Service;
import org.vivavoce.report.scorecard.History;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
class StreamIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final ParameterizedTypeReference<ServerSentEvent<JsonNode>> EVENT = new ParameterizedTypeReference<>() {
	};

	private static final String LONG_ID = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
			+ "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

	@Autowired
	private Service service;

	@Test
	void theCurrentSummaryComesFirstThenEveryChange() {
		History history = history("s-1");
		this.service.sendAndAwait(history);
		StepVerifier.create(updates(this.service.recruiter(), "/s-1/stream", null)).assertNext((event) -> {
			assertThat(event.event()).isEqualTo("scorecard-updated");
			assertThat(event.id()).isEqualTo(version(history));
			assertThat(data(event).get("candidateId").asString()).isEqualTo("s-1");
			assertThat(data(event).get("version").asLong()).isEqualTo(history.card().version());
			assertThat(data(event).get("score").asDouble()).isEqualTo(66.7);
		}).then(() -> this.service.send(history.revision(2).scored("iv", "q", "ann", 4))).assertNext((event) -> {
			assertThat(event.id()).isEqualTo(version(history));
			assertThat(data(event).get("score").asDouble()).isEqualTo(100);
		}).thenCancel().verify(PATIENCE);
	}

	@Test
	void whoHasTheCurrentVersionOnlyGetsWhatChanges() {
		History history = history("s-2");
		this.service.sendAndAwait(history);
		StepVerifier.create(updates(this.service.recruiter(), "/s-2/stream", version(history)))
			.then(() -> this.service.send(history.closed("iv")))
			.assertNext((event) -> assertThat(event.id()).isEqualTo(version(history)))
			.thenCancel()
			.verify(PATIENCE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "a|b", "ä", LONG_ID, LONG_ID + "x" })
	void anIdThatNobodyCanHaveHasNoStream(String id) {
		for (String path : java.util.List.of("/api/v1/scorecards/{id}/stream", "/api/v1/scorecards/{id}")) {
			this.service.recruiter()
				.get()
				.uri(path, id)
				.accept(path.endsWith("stream") ? MediaType.TEXT_EVENT_STREAM : MediaType.APPLICATION_JSON)
				.exchange()
				.expectStatus()
				.isNotFound()
				.expectHeader()
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.expectBody(String.class);
		}
	}

	@Test
	void aForgottenCandidateIsReportedAsForgotten() {
		this.service.sendAndAwait(history("s-4"));
		StepVerifier.create(updates(this.service.recruiter(), "/s-4/stream", null))
			.expectNextCount(1)
			.then(() -> this.service.send(History.of("s-4").at(9_000).forgotten()))
			.assertNext((event) -> assertThat(event.event()).isEqualTo("scorecard-forgotten"))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void heartbeatsKeepTheConnectionOpenAndARetryIsSuggested() {
		StepVerifier.create(events(this.service.recruiter(), "/stream", null))
			.assertNext((event) -> assertThat(event.retry()).isEqualTo(Duration.ofSeconds(3)))
			.assertNext((event) -> assertThat(event.comment()).isEqualTo("heartbeat"))
			.assertNext((event) -> assertThat(event.comment()).isEqualTo("heartbeat"))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void aPanelMemberSeesChangesWithoutTheOthers() {
		History history = History.of("s-5").opened("iv").served("iv", "q", Level.MID).scored("iv", "q", "ann", 2);
		this.service.sendAndAwait(history);
		StepVerifier.create(updates(this.service.as("ann", "reports:read"), "/s-5/stream", null))
			.assertNext((event) -> assertThat(data(event).get("score").asDouble()).isEqualTo(33.3))
			.then(() -> this.service.send(history.scored("iv", "q", "ben", 4)))
			.assertNext((event) -> {
				assertThat(event.id()).isEqualTo(version(history));
				assertThat(data(event).get("score").asDouble()).isEqualTo(33.3);
			})
			.then(() -> this.service.send(history.recommended("iv", "ann", Overall.NO)))
			.assertNext((event) -> assertThat(data(event).get("score").asDouble()).isEqualTo(66.7))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void allCardsAreFollowedFromNowOn() {
		this.service.sendAndAwait(history("s-6"));
		awaitSignals("after-s-6");
		StepVerifier
			.create(updates(this.service.recruiter(), "/stream", null).filter((event) -> isOf(event, "s-6", "s-7")))
			.then(() -> this.service.send(history("s-7")))
			.assertNext((event) -> assertThat(data(event).get("candidateId").asString()).isEqualTo("s-7"))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void whoComesBackGetsTheCardsThatChangedLately() {
		this.service.sendAndAwait(history("s-8"));
		this.service.sendAndAwait(history("s-9"));
		awaitSignals("after-s-9");
		StepVerifier
			.create(updates(this.service.recruiter(), "/stream", "1").filter((event) -> isOf(event, "s-8", "s-9"))
				.map((event) -> data(event).get("candidateId").asString()))
			.expectNext("s-8", "s-9")
			.thenCancel()
			.verify(PATIENCE);
	}

	/**
	 * A card can be read before its change is signalled, and a stream that is opened in
	 * between rightly shows it. The signal of a later card comes after that.
	 */
	private void awaitSignals(String later) {
		StepVerifier.create(updates(this.service.recruiter(), "/stream", null).filter((event) -> isOf(event, later)))
			.then(() -> this.service.send(history(later)))
			.expectNextCount(1)
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void whoIsNotKnownHasNoStream() {
		this.service.recruiter()
			.get()
			.uri("/api/v1/scorecards/nobody/stream")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.valueEquals("Retry-After", "1")
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void proxiesAreToldNotToKeepEvents() {
		this.service.recruiter()
			.get()
			.uri("/api/v1/scorecards/stream")
			.exchange()
			.expectHeader()
			.valueEquals("X-Accel-Buffering", "no");
	}

	@Test
	void aStreamEndsWithItsToken() {
		// the clock may differ by a minute between issuer and service
		String token = Tokens.until(Instant.now().plusSeconds(2), "recruiter", "reports:read");
		StepVerifier.create(updates(this.service.with(token), "/stream", null))
			.expectComplete()
			.verify(Duration.ofSeconds(10));
	}

	private static boolean isOf(ServerSentEvent<JsonNode> event, String... candidates) {
		return java.util.List.of(candidates).contains(data(event).get("candidateId").asString());
	}

	private static JsonNode data(ServerSentEvent<JsonNode> event) {
		return java.util.Objects.requireNonNull(event.data());
	}

	private static Flux<ServerSentEvent<JsonNode>> updates(WebTestClient client, String path,
			@Nullable String lastEventId) {
		return events(client, path, lastEventId).filter((event) -> event.data() != null);
	}

	private static Flux<ServerSentEvent<JsonNode>> events(WebTestClient client, String path,
			@Nullable String lastEventId) {
		return client.get().uri("/api/v1/scorecards" + path).accept(MediaType.TEXT_EVENT_STREAM).headers((headers) -> {
			if (lastEventId != null) {
				headers.set("Last-Event-ID", lastEventId);
			}
		}).exchange().expectStatus().isOk().returnResult(EVENT).getResponseBody();
	}

	private static String version(History history) {
		return Long.toString(history.card().version());
	}

	private static History history(String candidate) {
		return History.of(candidate).opened("iv").served("iv", "q", Level.MID).scored("iv", "q", "ann", 3);
	}

}
