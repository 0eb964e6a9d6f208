package org.vivavoce.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.testing.pipeline.Pipeline;
import org.vivavoce.testing.pipeline.Played;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an integrator sees on the broker, with nothing but the contract at hand.
 */
class EventSystemTests {

	private static final String INTERVIEW = "interviewId candidateId ";

	private static final Map<String, String> FIELDS = Map.ofEntries(
			entry("candidate-profiled", "candidateId name externalIds"),
			entry("interview-opened", INTERVIEW + "role technology targetLevel panel planned openedAt"),
			entry("question-served",
					INTERVIEW + "role technology targetLevel panel planned position question servedAt servedBy"),
			entry("interview-closed", INTERVIEW + "outcome closedAt"),
			entry("answer-scored",
					INTERVIEW + "questionId questionRevision interviewer submittedBy rating redFlag keyPointsHeard "
							+ "notes revision scoredAt"),
			entry("recommendation-given", INTERVIEW + "interviewer overall summary revision givenAt"),
			entry("scorecard-updated", "candidateId version score outcome reasons coverage redFlagCount updatedAt"));

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final StandaloneProcess pipeline = Pipeline.shared();

	@Test
	void everyEventOfAnInterviewIsACloudEventAsInTheContract() {
		Played played = Played.plan(this.pipeline, "published", 6, "{\"mid\": 2}");
		played.next(this.pipeline, 4, 3, false);
		played.next(this.pipeline, null, 2, true);
		played.recommend(this.pipeline, "interviewer-1", "yes");
		played.close(this.pipeline);

		String broker = "127.0.0.1:" + this.pipeline.ports().kafka();
		Predicate<List<ConsumerRecord<String, String>>> all = (events) -> counts(events).equals(expected(events));
		List<ConsumerRecord<String, String>> events = await().atMost(Duration.ofSeconds(30))
			.until(() -> Topic.read(broker, FIELDS.keySet(), "published"), all);

		List<String> ids = new ArrayList<>();
		events.forEach((event) -> check(event, played, ids));
		assertThat(ids).doesNotHaveDuplicates();
		assertThat(events.stream().map(ConsumerRecord::partition).distinct()).as("partitions").hasSize(1);
	}

	private static Map<String, Long> counts(List<ConsumerRecord<String, String>> events) {
		return events.stream().collect(Collectors.groupingBy(ConsumerRecord::topic, Collectors.counting()));
	}

	/**
	 * How many summaries there are depends on the batches, so only that there are some.
	 */
	private static Map<String, Long> expected(List<ConsumerRecord<String, String>> events) {
		Map<String, Long> expected = new HashMap<>(Map.of("candidate-profiled", 1L, "interview-opened", 1L,
				"question-served", 2L, "answer-scored", 4L, "recommendation-given", 1L, "interview-closed", 1L));
		expected.put("scorecard-updated", Math.max(1, counts(events).getOrDefault("scorecard-updated", 0L)));
		return expected;
	}

	private static void check(ConsumerRecord<String, String> event, Played played, List<String> ids) {
		String name = event.topic();
		Map<String, String> headers = new HashMap<>();
		event.headers()
			.forEach((header) -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		boolean ofPerson = name.equals("candidate-profiled") || name.equals("scorecard-updated");
		String service = switch (name) {
			case "answer-scored", "recommendation-given" -> "/scoring-service";
			case "scorecard-updated" -> "/report-service";
			default -> "/question-service";
		};
		assertThat(headers).as(name)
			.containsEntry("ce_specversion", "1.0")
			.containsEntry("ce_source", service)
			.containsEntry("ce_type", "org.vivavoce." + name + ".v1")
			.containsEntry("ce_subject", ofPerson ? "published" : played.id())
			.containsEntry("ce_partitionkey", "published")
			.containsEntry("content-type", "application/json")
			.containsKeys("ce_id", "ce_dataschema");
		assertThat(OffsetDateTime.parse(headers.getOrDefault("ce_time", "")).getOffset()).hasToString("Z");
		ids.add(headers.get("ce_source") + " " + headers.get("ce_id"));
		JsonNode data = MAPPER.readTree(event.value());
		List<String> fields = new ArrayList<>(List.of(FIELDS.getOrDefault(name, "").split(" ")));
		assertThat(data.propertyNames()).as(name).containsAll(fields);
		assertThat(data.get("candidateId").asString()).isEqualTo("published");
	}

}
