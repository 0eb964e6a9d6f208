package org.vivavoce.report;

import java.time.Duration;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.report.scorecard.CardState;
import org.vivavoce.report.scorecard.Grading;
import org.vivavoce.report.scorecard.History;
import org.vivavoce.report.scorecard.Scorecard;
import org.vivavoce.report.scorecard.ScoringRules;
import org.vivavoce.testing.TestTopics;
import org.vivavoce.testing.Tokens;

/**
 * The running service as its clients and its producers meet it.
 */
public final class Service {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Environment environment;

	private final TestTopics topics;

	private final JsonMapper json;

	Service(Environment environment, TestTopics topics, JsonMapper json) {
		this.environment = environment;
		this.topics = topics;
		this.json = json;
	}

	public WebTestClient anonymous() {
		return WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.environment.getRequiredProperty("local.server.port"))
			.responseTimeout(Duration.ofSeconds(30))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(10_000_000))
			.build();
	}

	/**
	 * A client with a token.
	 */
	public WebTestClient as(String caller, String... scopes) {
		return with(Tokens.of(caller, scopes));
	}

	public WebTestClient with(String token) {
		return anonymous().mutate().defaultHeaders((headers) -> headers.setBearerAuth(token)).build();
	}

	/**
	 * Somebody who sits on no panel.
	 */
	public WebTestClient recruiter() {
		return as("recruiter", "reports:read");
	}

	/**
	 * Send the events of a story.
	 */
	public void send(History history) {
		history.events().forEach(this.topics::send);
	}

	/**
	 * Send the events of a story and wait until the scorecard holds them all.
	 */
	public void sendAndAwait(History history) {
		send(history);
		CardState card = history.card();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> recruiter().get()
				.uri("/api/v1/scorecards/{id}", card.candidateId())
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody()
				.jsonPath("$.version")
				.isEqualTo(card.version()));
	}

	/**
	 * What a GET answers, as JSON.
	 */
	public JsonNode get(WebTestClient client, String uri, Object... variables) {
		byte[] body = client.get()
			.uri(uri, variables)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		return JSON.readTree((body != null) ? body : new byte[0]);
	}

	/**
	 * What must be shown of a story, to somebody who sits on no panel.
	 */
	public JsonNode expected(History history) {
		Scorecard card = new Grading(ScoringRules.DEFAULTS).grade(history.card()).orElseThrow();
		return JSON.readTree(this.json.writeValueAsBytes(card));
	}

}
