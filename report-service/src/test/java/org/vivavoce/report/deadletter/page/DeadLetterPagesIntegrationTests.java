package org.vivavoce.report.deadletter.page;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import org.vivavoce.contracts.EventType;
import org.vivavoce.report.ReportServiceTest;
import org.vivavoce.report.Service;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
class DeadLetterPagesIntegrationTests {

	private static final String GARBAGE = "{\"candidateId\": \"<script>alert(1)</script>\"}";

	@Autowired
	private Service service;

	@Autowired
	private TestTopics topics;

	@BeforeEach
	void patience() {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/dead-letters", "/dead-letters/x", "/dead-letters/replays/new", "/dead-letters/replays/x" })
	void pagesAreForAdmins(String path) {
		assertThat(page(this.service.recruiter(), 403, path)).contains("This is not open to you")
			.doesNotContain("href=\"/dead-letters\"");
	}

	@Test
	void theListShowsReasonsAndDeadLettersAndKeepsItsFilters() {
		String id = refused("dp-1");
		assertThat(page("/dead-letters?key=dp-1")).contains(id, "Field “candidateId” is not as agreed",
				"Send all again", "value=\"dp-1\"", "aria-current=\"page\"");
		assertThat(page("/dead-letters?key=dp-none")).contains("No letter matches");
		assertThat(page("/dead-letters?key=dp-1&state=discarded")).contains("No letter matches");
	}

	@Test
	void aDeadLetterShowsTheRecordWithWhatIsAtFaultAndNothingOfItIsMarkup() {
		assertThat(page("/dead-letters/" + refused("dp-2")))
			.contains("&lt;script&gt;alert(1)&lt;/script&gt;", "(at fault)", "Field “candidateId” is not as agreed",
					"/docs/schemas/answer-scored.v1.json", "ce_id", "Send it with another value")
			.doesNotContain("<script>alert");
	}

	@Test
	void sendingAgainRedirectsAndTheDeadLetterComesBack() {
		String id = refused("dp-3");
		assertThat(post(303, "/dead-letters/" + id + "/replay", Map.of()))
			.endsWith("/dead-letters/" + id + "?said=sent");
		Awaitility.await()
			.untilAsserted(() -> assertThat(page("/dead-letters/" + id + "?said=sent")).contains("refused 2 times",
					"Refused again", "Kafka has it."));
	}

	@Test
	void anEditedValueThatWouldBeRefusedIsShownAgainWithTheFault() {
		String id = refused("dp-4");
		assertThat(post(422, "/dead-letters/" + id + "/replay", Map.of("value", "{\"typed\": 1}")))
			.contains("value-fault", "{&quot;typed&quot;: 1}", "Nothing was sent");
	}

	@Test
	void discardingNeedsAReason() {
		String id = refused("dp-5");
		assertThat(post(422, "/dead-letters/" + id + "/discard", Map.of("reason", " "))).contains("reason-fault",
				"aria-invalid=\"true\"");
		assertThat(post(303, "/dead-letters/" + id + "/discard", Map.of("reason", "a test")))
			.endsWith("/dead-letters/" + id + "?said=discarded");
		assertThat(page("/dead-letters/" + id)).contains("Discarded", " by root", "a test");
		assertThat(post(412, "/dead-letters/" + id + "/replay", Map.of("tag", "\"1\""))).contains("read again");
	}

	@Test
	void sendingAllIsAskedForAndCanBeWatched() {
		this.topics.sendRaw(EventType.INTERVIEW_OPENED, "dp-6", "nothing", Map.of());
		Awaitility.await().until(() -> deadLetters("dp-6").size() == 1);
		String kind = deadLetters("dp-6").get(0).get("kind").asString();
		String topic = deadLetters("dp-6").get(0).get("topic").asString();
		assertThat(page("/dead-letters/replays/new?topic=" + topic + "&kind=" + kind)).contains("again?",
				"name=\"once\"");
		Map<String, String> form = Map.of("topic", topic, "kind", kind, "once", "dp-6");
		String progress = post(303, "/dead-letters/replays", form);
		assertThat(post(303, "/dead-letters/replays", form)).isEqualTo(progress);
		Awaitility.await().untilAsserted(() -> assertThat(page(progress)).contains("Letters were sent again"));
		assertThat(post(303, progress + "/cancel", Map.of())).isEqualTo(progress);
	}

	private String refused(String key) {
		this.topics.sendRaw(EventType.ANSWER_SCORED, key, GARBAGE, Map.of("ce_specversion", "1.0", "ce_id", key,
				"ce_source", "/x", "ce_type", "org.vivavoce.answer-scored.v1"));
		Awaitility.await().until(() -> deadLetters(key).size() == 1);
		return deadLetters(key).get(0).get("id").asString();
	}

	private JsonNode deadLetters(String key) {
		return this.service.get(admin(), "/api/v1/dead-letters?key=" + key).get("items");
	}

	private WebTestClient admin() {
		return this.service.as("root", "admin");
	}

	private String page(String path) {
		return page(admin(), 200, path);
	}

	private static String page(WebTestClient client, int status, String path) {
		return Objects.requireNonNull(client.get()
			.uri(path)
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

	/**
	 * Post a form.
	 * @return where it leads, or the page
	 */
	private String post(int status, String path, Map<String, String> fields) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		fields.forEach(form::add);
		var answer = admin().post()
			.uri(path)
			.accept(MediaType.TEXT_HTML)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue(form)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody(String.class)
			.returnResult();
		return (status == 303) ? String.valueOf(answer.getResponseHeaders().getLocation())
				: Objects.requireNonNull(answer.getResponseBody());
	}

}
