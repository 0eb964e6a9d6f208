package org.vivavoce.report.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.contracts.EventType;
import org.vivavoce.report.ReportServiceTest;
import org.vivavoce.report.Service;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
class DeadLettersIntegrationTests {

	private static final String LETTERS = "/api/v1/dead-letters";

	private static final String WITHOUT_RATING = """
			{"interviewId": "iv", "candidateId": "%s", "questionId": "q", "questionRevision": 1, "interviewer": "ann",
			 "submittedBy": "ann", "redFlag": false, "keyPointsHeard": [], "revision": 1,
			 "scoredAt": "2026-05-04T08:00:00Z"}""";

	@Autowired
	private Service service;

	@Autowired
	private TestTopics topics;

	@BeforeEach
	void patience() {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
	}

	/**
	 * That each of these has an index, every class of tests with a store sees to.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "", "topic=answer-scored", "kind=not-json", "state=waiting", "key=dl-1",
			"topic=answer-scored&kind=not-json", "topic=answer-scored&state=waiting", "kind=not-json&state=waiting",
			"topic=answer-scored&kind=not-json&state=waiting&key=dl-1" })
	void filtersMayBeCombined(String filters) {
		assertThat(get(LETTERS + "?" + filters).has("items")).isTrue();
	}

	@Test
	void aRefusedRecordIsListedCountedAndExplained() {
		JsonNode deadLetter = refused("dl-1");
		assertThat(deadLetter.get("state").asString()).isEqualTo("waiting");
		assertThat(deadLetter.get("kind").asString()).isEqualTo("missing-field:rating");
		assertThat(deadLetter.get("attempts").asInt()).isEqualTo(1);
		JsonNode opened = get(LETTERS + "/" + id(deadLetter));
		assertThat(opened.at("/record/value/text").asString()).contains("\"candidateId\": \"dl-1\"");
		assertThat(opened.at("/record/key/text").asString()).isEqualTo("dl-1");
		assertThat(opened.at("/record/headers").valueStream().map((header) -> header.get("name").asString()))
			.contains("ce_type")
			.noneMatch((name) -> name.startsWith("dlt-"));
		assertThat(opened.at("/explanation/schema").asString()).isEqualTo("/docs/schemas/answer-scored.v1.json");
		assertThat(opened.at("/explanation/expected/enum")).hasSize(5);
		assertThat(opened.at("/explanation/pointer").asString()).isEqualTo("/rating");
		JsonNode counted = get(LETTERS + "/counts").get("items")
			.valueStream()
			.filter((count) -> count.get("kind").asString().equals("missing-field:rating")
					&& count.get("state").asString().equals("waiting"))
			.findFirst()
			.orElseThrow();
		assertThat(counted.get("count").asLong()).isPositive();
		assertThat(counted.get("lastSeen").asString()).isGreaterThanOrEqualTo(counted.get("firstSeen").asString());
	}

	@Test
	void anEditedValueThatKeepsTheContractReachesTheScorecard() {
		String id = id(refused("dl-2"));
		post(422, LETTERS + "/" + id + "/replay", Map.of("value", Map.of("candidateId", "dl-2")))
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/value/interviewId");
		post(200, LETTERS + "/" + id + "/replay", Map.of("value", JsonMapper.shared().readTree(rated("dl-2"))))
			.jsonPath("$.state")
			.isEqualTo("sent-again");
		Awaitility.await()
			.untilAsserted(() -> this.service.recruiter()
				.get()
				.uri("/api/v1/scorecards/dl-2")
				.exchange()
				.expectStatus()
				.isOk());
		ConsumerRecord<byte[], byte[]> sent = this.topics.readRaw(EventType.ANSWER_SCORED)
			.stream()
			.filter((each) -> header(each, "dlt-replayed").equals(id))
			.findFirst()
			.orElseThrow();
		assertThat(header(sent, "dlt-replayed-by")).isEqualTo("root");
		assertThat(header(sent, "dlt-reason")).isEmpty();
		assertThat(header(sent, "ce_id")).isEqualTo("e-dl-2");
	}

	@Test
	void aDeadLetterThatIsRefusedAgainComesBackAsTheSame() {
		String id = id(refused("dl-3"));
		post(200, LETTERS + "/" + id + "/replay", null);
		Awaitility.await().untilAsserted(() -> {
			JsonNode back = get(LETTERS + "/" + id);
			assertThat(back.get("attempts").asInt()).isEqualTo(2);
			assertThat(back.get("state").asString()).isEqualTo("waiting");
			assertThat(back.get("history").valueStream().map((step) -> step.get("what").asString()))
				.startsWith("refused", "sending")
				.containsOnlyOnce("sent")
				.hasSize(4);
		});
		assertThat(list("dl-3")).hasSize(1);
	}

	@Test
	void allOfAKindAreSentWithProgress() {
		List.of("dl-4a", "dl-4b", "dl-4c").forEach((key) -> send(key, "{\"candidateId\": 4}"));
		Awaitility.await().until(() -> list("dl-4a").size() + list("dl-4b").size() + list("dl-4c").size() == 3);
		String kind = list("dl-4a").getFirst().get("kind").asString();
		byte[] started = post(202, LETTERS + "/replay", Map.of("kind", kind)).returnResult().getResponseBody();
		JsonNode replay = JsonMapper.shared().readTree(Objects.requireNonNull(started));
		assertThat(replay.get("total").asLong()).isGreaterThanOrEqualTo(3);
		Awaitility.await().untilAsserted(() -> {
			JsonNode now = get(LETTERS + "/replays/" + replay.get("id").asString());
			assertThat(now.get("status").asString()).isEqualTo("done");
			assertThat(now.get("sent").asLong() + now.get("skipped").asLong()).isEqualTo(now.get("total").asLong());
			assertThat(get(LETTERS + "/" + id(list("dl-4c").getFirst())).get("attempts").asInt()).isEqualTo(2);
		});
		post(422, LETTERS + "/replay", Map.of());
	}

	@Test
	void aDiscardedDeadLetterKeepsTheReasonAndAStaleOneIsRefused() {
		String id = id(refused("dl-5"));
		String tag = Objects.requireNonNull(admin().get()
			.uri(LETTERS + "/" + id)
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseHeaders()
			.getETag());
		post(422, LETTERS + "/" + id + "/discard", Map.of("reason", " "));
		post(200, LETTERS + "/" + id + "/discard", Map.of("reason", "sent by hand")).jsonPath("$.history[1].note")
			.isEqualTo("sent by hand")
			.jsonPath("$.history[1].by")
			.isEqualTo("root");
		post(200, LETTERS + "/" + id + "/discard", Map.of("reason", "sent by hand")).jsonPath("$.history.length()")
			.isEqualTo(2);
		admin().post()
			.uri(LETTERS + "/" + id + "/replay")
			.header("If-Match", tag)
			.exchange()
			.expectStatus()
			.isEqualTo(412)
			.expectBody(String.class);
	}

	@Test
	void theSameIdempotencyKeySendsOnce() {
		String id = id(refused("dl-6"));
		for (int i = 0; i < 2; i++) {
			admin().post()
				.uri(LETTERS + "/" + id + "/replay")
				.header("Idempotency-Key", "dl-6")
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody(String.class);
		}
		assertThat(this.topics.readRaw(EventType.ANSWER_SCORED))
			.filteredOn((each) -> header(each, "dlt-replayed").equals(id))
			.hasSize(1);
	}

	@Test
	void aForgottenCandidatesDeadLettersLoseTheirContent() {
		String id = id(refused("dl-7"));
		this.topics.sendRaw(EventType.CANDIDATE_PROFILED, "dl-7", null, Map.of());
		Awaitility.await().untilAsserted(() -> {
			JsonNode deadLetter = get(LETTERS + "/" + id);
			assertThat(deadLetter.get("content").asString()).isEqualTo("forgotten");
			assertThat(deadLetter.get("record").isNull()).isTrue();
			assertThat(deadLetter.toString()).doesNotContain("required property");
		});
		post(409, LETTERS + "/" + id + "/replay", null);
	}

	@Test
	void garbageIsKeptAsItIs() {
		this.topics.sendRaw(EventType.INTERVIEW_CLOSED, "dl-8", "<b>\u0000</b>",
				Map.of("ce_id", "\u0001\u0002", "x", "<script>"));
		Awaitility.await().until(() -> list("dl-8").size() == 1);
		JsonNode deadLetter = get(LETTERS + "/" + id(list("dl-8").getFirst()));
		assertThat(deadLetter.at("/record/value/text").asString()).isEqualTo("<b>\u0000</b>");
		assertThat(deadLetter.get("kind").asString()).isEqualTo("wrong-headers");
	}

	@Test
	void onlyAdminsReadDeadLetters() {
		WebTestClient recruiter = this.service.recruiter();
		for (String path : List.of(LETTERS, LETTERS + "/counts", LETTERS + "/x", LETTERS + "/replays/x")) {
			recruiter.get().uri(path).exchange().expectStatus().isForbidden().expectBody(String.class);
		}
		for (String path : List.of("/x/replay", "/replay", "/x/discard", "/replays/x/cancel")) {
			recruiter.post()
				.uri(LETTERS + path)
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue(Map.of("reason", "because"))
				.exchange()
				.expectStatus()
				.isForbidden()
				.expectBody(String.class);
		}
		admin().get().uri(LETTERS + "/none").exchange().expectStatus().isNotFound().expectBody(String.class);
		admin().get().uri(LETTERS + "?state=lost").exchange().expectStatus().isBadRequest().expectBody(String.class);
	}

	@Test
	void aListIsReadPageByPage() {
		for (int i = 0; i < 3; i++) {
			send("dl-9", "{\"page\": " + i + "}");
		}
		Awaitility.await().until(() -> list("dl-9").size() == 3);
		JsonNode first = get(LETTERS + "?key=dl-9&limit=2");
		JsonNode second = get(LETTERS + "?key=dl-9&limit=2&cursor=" + first.get("next").asString());
		assertThat(first.get("items")).hasSize(2);
		assertThat(second.get("items")).hasSize(1);
		assertThat(second.get("next").isNull()).isTrue();
		assertThat(first.get("items").valueStream().map(DeadLettersIntegrationTests::id))
			.doesNotContain(id(second.get("items").get(0)));
	}

	private WebTestClient admin() {
		return this.service.as("root", "admin");
	}

	private JsonNode get(String uri) {
		return this.service.get(admin(), uri);
	}

	private WebTestClient.BodyContentSpec post(int status, String uri, @Nullable Object body) {
		WebTestClient.RequestBodySpec request = admin().post().uri(uri).contentType(MediaType.APPLICATION_JSON);
		return ((body != null) ? request.bodyValue(body) : request).exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody();
	}

	private JsonNode refused(String key) {
		send(key, WITHOUT_RATING.formatted(key));
		Awaitility.await().until(() -> list(key).size() == 1);
		return list(key).getFirst();
	}

	private void send(String key, String value) {
		this.topics.sendRaw(EventType.ANSWER_SCORED, key, value, Map.of("ce_specversion", "1.0", "ce_id", "e-" + key,
				"ce_source", "/x", "ce_type", "org.vivavoce.answer-scored.v1", "content-type", "application/json"));
	}

	private List<JsonNode> list(String key) {
		return get(LETTERS + "?key=" + key).get("items").valueStream().toList();
	}

	private static String rated(String key) {
		return WITHOUT_RATING.formatted(key).replace("\"redFlag\"", "\"rating\": 3, \"redFlag\"");
	}

	private static String id(JsonNode deadLetter) {
		return deadLetter.get("id").asString();
	}

	private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
		var header = message.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : "";
	}

}
