package org.vivavoce.report.projection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.ScorecardUpdated;
import org.vivavoce.report.ReportServiceTest;
import org.vivavoce.report.Service;
import org.vivavoce.report.scorecard.History;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
class ProjectionIntegrationTests {

	@Autowired
	private Service service;

	@Autowired
	private TestTopics topics;

	@BeforeEach
	void patience() {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
	}

	@Test
	void eventsInReverseAndTwiceGiveTheSameScorecard() {
		History history = history("p-1");
		history.events().reversed().forEach(this.topics::send);
		this.service.sendAndAwait(history);
		assertThat(this.service.get(this.service.recruiter(), "/api/v1/scorecards/p-1"))
			.isEqualTo(this.service.expected(history));
	}

	@Test
	void poisonIsSetAsideWithItsReasonAndHealthyRecordsGoOn() {
		Map<String, String> headers = Map.of("ce_specversion", "1.0", "ce_id", "x", "ce_source", "/x", "ce_type",
				"org.vivavoce.answer-scored.v1", "content-type", "application/json");
		this.topics.sendRaw(EventType.ANSWER_SCORED, "p-2", "not json", headers);
		this.topics.sendRaw(EventType.ANSWER_SCORED, "p-2", "{\"candidateId\":\"p-2\"}", headers);
		this.topics.sendRaw(EventType.ANSWER_SCORED, "p-2", "{}", Map.of());
		this.topics.sendRaw(EventType.ANSWER_SCORED, null, "{}", headers);
		this.service.sendAndAwait(history("p-2"));
		Awaitility.await().untilAsserted(() -> assertThat(deadLetters("not json")).hasSize(1));
		ConsumerRecord<byte[], byte[]> deadLetter = deadLetters("not json").getFirst();
		assertThat(new String(deadLetter.key(), StandardCharsets.UTF_8)).isEqualTo("p-2");
		assertThat(header(deadLetter, "ce_id")).isEqualTo("x");
		assertThat(header(deadLetter, "dlt-reason")).contains("not JSON");
		assertThat(header(deadLetter, "dlt-original-topic")).endsWith("answer-scored");
		assertThat(header(deadLetter, "dlt-original-partition")).matches("\\d+");
		assertThat(header(deadLetter, "dlt-original-offset")).matches("\\d+");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.topics.deadLetters(EventType.ANSWER_SCORED)).hasSizeGreaterThanOrEqualTo(4));
		assertThat(header(deadLetters("{\"candidateId\":\"p-2\"}").getFirst(), "dlt-reason")).contains("interviewId");
	}

	@Test
	void everyChangeIsPublishedWithTheSummaryAfterItIsWritten() {
		History history = history("p-3");
		this.service.sendAndAwait(history);
		Awaitility.await()
			.untilAsserted(() -> assertThat(updates("p-3")).isNotEmpty()
				.last()
				.returns(history.card().version(), ScorecardUpdated::version));
		// read by the schema of the contract
		ScorecardUpdated last = updates("p-3").getLast();
		JsonNode card = this.service.expected(history);
		assertThat(last.score()).isEqualTo(card.get("score").asDouble());
		assertThat(last.outcome().name()).isEqualToIgnoringCase(card.get("outcome").asString());
		assertThat(last.updatedAt().toString()).isEqualTo(card.get("updatedAt").asString());
		assertThat(last.coverage().scored()).isEqualTo(1);
		assertThat(updates("p-3")).extracting(ScorecardUpdated::version).isSorted();
	}

	@Test
	void aRepeatedEventIsPublishedAgainUnderTheSameId() {
		History history = history("p-4");
		this.service.sendAndAwait(history);
		Awaitility.await()
			.until(() -> !envelopes("p-4").isEmpty() && updates("p-4").getLast().version() == history.card().version());
		int published = envelopes("p-4").size();
		Envelope last = envelopes("p-4").getLast();
		this.topics.send(history.events().getFirst());
		Awaitility.await().until(() -> envelopes("p-4").size() > published);
		assertThat(envelopes("p-4").getLast()).isEqualTo(last);
	}

	@Test
	void aForgottenCandidateIsGoneEverywhereAndStaysGone() {
		History history = history("p-5").forgotten();
		this.service.sendAndAwait(history("p-5"));
		this.service.send(history);
		Awaitility.await()
			.untilAsserted(() -> this.service.recruiter()
				.get()
				.uri("/api/v1/scorecards/p-5")
				.exchange()
				.expectStatus()
				.isNotFound()
				.expectBody(String.class));
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.topics.readRaw(EventType.SCORECARD_UPDATED)
				.stream()
				.filter((message) -> "p-5".equals(new String(message.key(), StandardCharsets.UTF_8)))
				.toList()).last().returns(null, ConsumerRecord::value));
		this.service.send(history("p-5"));
		this.service.sendAndAwait(history("p-5b"));
		this.service.recruiter()
			.get()
			.uri("/api/v1/scorecards/p-5")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody(String.class);
		this.service.sendAndAwait(history.at(5_000).opened("later"));
	}

	@Test
	void theStateOfTheProjectionShowsOffsetsAndLag() {
		this.service.sendAndAwait(history("p-6"));
		Awaitility.await().untilAsserted(() -> {
			JsonNode status = this.service.get(this.service.as("root", "admin"), "/api/v1/projections/scorecards");
			assertThat(status.get("projection").asString()).isEqualTo("scorecards");
			assertThat(status.get("generation").asInt()).isEqualTo(1);
			assertThat(status.get("lag").asLong()).isZero();
			assertThat(status.get("partitions")).hasSize(18);
			assertThat(status.get("partitions").valueStream().mapToLong((each) -> each.get("next").asLong()).sum())
				.isEqualTo(status.get("partitions").valueStream().mapToLong((each) -> each.get("end").asLong()).sum())
				.isPositive();
		});
		this.service.recruiter()
			.get()
			.uri("/api/v1/projections/scorecards")
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectBody(String.class);
	}

	private List<ConsumerRecord<byte[], byte[]>> deadLetters(String value) {
		return this.topics.deadLetters(EventType.ANSWER_SCORED)
			.stream()
			.filter((deadLetter) -> value.equals(new String(deadLetter.value(), StandardCharsets.UTF_8)))
			.toList();
	}

	private static String header(ConsumerRecord<byte[], byte[]> deadLetter, String name) {
		return new String(deadLetter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

	private List<Envelope> envelopes(String candidate) {
		return this.topics.read(EventType.SCORECARD_UPDATED)
			.stream()
			.filter((envelope) -> envelope.event().candidateId().equals(candidate))
			.toList();
	}

	private List<ScorecardUpdated> updates(String candidate) {
		return envelopes(candidate).stream().map((envelope) -> (ScorecardUpdated) envelope.event()).toList();
	}

	private static History history(String candidate) {
		return History.of(candidate).opened("iv").served("iv", "q", Level.MID).scored("iv", "q", "ann", 3).closed("iv");
	}

}
