package org.vivavoce.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.Pipeline;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Somebody who has only read the contract writes the events of an interview.
 */
class ForeignProducerSystemTests {

	private static final String ABOUT = """
			"interviewId": "their-1", "candidateId": "foreign", """;

	private static final String INTERVIEW = ABOUT + """
			"role": "Platform engineer", "technology": "kubernetes", "targetLevel": "senior", "panel": ["kim", "lee"],
			"planned": 2, "added": {"later": true}, """;

	private final StandaloneProcess pipeline = Pipeline.shared();

	@Test
	void theScorecardComesAlthoughScoresComeBeforeTheirQuestions() {
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", "127.0.0.1:" + this.pipeline.ports().kafka(), "acks", "all"),
				new StringSerializer(), new StringSerializer())) {
			Api dashboard = this.pipeline.as("dashboard");
			send(producer, "answer-scored", score("q-1", "kim", "3", 2));
			send(producer, "answer-scored", score("q-1", "kim", "1", 1));
			send(producer, "answer-scored", score("q-2", "lee", "4", 1));
			JsonNode early = await().atMost(Duration.ofSeconds(20))
				.until(() -> dashboard.scorecard("foreign"), (card) -> card.at("/interviews/0/answers").size() == 2);
			assertThat(early.get("score").isNull()).as("no level is known yet").isTrue();

			send(producer, "interview-closed",
					"{" + ABOUT + "\"outcome\": \"completed\", \"closedAt\": \"2026-03-01T10:00:00Z\"}");
			send(producer, "question-served", served(2, "q-2", "mid"));
			send(producer, "question-served", served(1, "q-1", "senior"));
			send(producer, "recommendation-given", "{" + ABOUT + """
					"interviewer": "lee", "overall": "yes", "revision": 1, "givenAt": "2026-03-01T09:59:00Z"}""");
			JsonNode card = await().atMost(Duration.ofSeconds(20))
				.until(() -> dashboard.scorecard("foreign"), (each) -> each.at("/coverage/served").asInt() == 2
						&& each.at("/interviews/0/recommendations").size() == 1);

			// a solid answer at level counts 1, an exceptional one below it 0.5
			assertThat(card.get("score").asDouble()).isEqualTo(77.8);
			assertThat(card.get("outcome").asString()).isEqualTo("advance");
			assertThat(card.at("/interviews/0/answers/0/questionId").asString()).isEqualTo("q-1");
			assertThat(card.at("/interviews/0/answers/0/ratings/0/rating").asInt()).isEqualTo(3);
			assertThat(card.at("/interviews/0/answers/0/ratings").size()).isEqualTo(1);
			assertThat(card.at("/interviews/0/technology").asString()).isEqualTo("kubernetes");
		}
	}

	private static String score(String question, String interviewer, String rating, int revision) {
		return "{" + ABOUT
				+ """
						"questionId": "%s", "questionRevision": 1, "interviewer": "%s", "submittedBy": "their-tool", "rating": %s,
						"redFlag": false, "keyPointsHeard": [], "revision": %d, "scoredAt": "2026-03-01T09:30:00Z"}"""
					.formatted(question, interviewer, rating, revision);
	}

	private static String served(int position, String question, String level) {
		return "{" + INTERVIEW + """
				"position": %d, "question": {"id": "%s", "revision": 1, "technology": "kubernetes", "level": "%s",
				"topic": "scheduling", "prompt": "Why?", "strongAnswer": "Because", "redFlag": "None",
				"keyPoints": [{"id": "k-1", "text": "A point"}]}, "servedAt": "2026-03-01T09:0%d:00Z",
				"servedBy": "kim"}""".formatted(position, question, level, position);
	}

	private static void send(KafkaProducer<String, String> producer, String event, String data) {
		ProducerRecord<String, String> message = new ProducerRecord<>(event, "foreign", data);
		Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "/their-tool", "ce_type",
				"org.vivavoce." + event + ".v1", "content-type", "application/json")
			.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		producer.send(message);
		producer.flush();
	}

}
