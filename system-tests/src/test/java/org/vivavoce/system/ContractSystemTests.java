package org.vivavoce.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.testing.pipeline.Pipeline;
import org.vivavoce.testing.pipeline.Played;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A running pipeline does what its AsyncAPI document says.
 */
class ContractSystemTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String CANDIDATE = "described";

	private final StandaloneProcess pipeline = Pipeline.shared();

	private final String broker = "127.0.0.1:" + this.pipeline.ports().kafka();

	private final EventDescription description = new EventDescription(this.pipeline.as("dashboard").http(),
			this.pipeline.address());

	@Test
	void theTopicsAreSetAsDescribed() throws Exception {
		Set<String> channels = this.description.channels();
		Topic.awaitServed(this.broker, channels);
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.broker))) {
			admin.describeTopics(channels)
				.allTopicNames()
				.get()
				.forEach((name, topic) -> assertThat(topic.partitions()).as(name)
					.hasSize(kafka(name).get("partitions").intValue()));
			List<ConfigResource> resources = channels.stream()
				.map((name) -> new ConfigResource(ConfigResource.Type.TOPIC, name))
				.toList();
			admin.describeConfigs(resources)
				.all()
				.get()
				.forEach((topic, config) -> kafka(topic.name()).get("topicConfiguration")
					.forEachEntry((name, value) -> assertThat(config.get(name).value()).as(topic.name() + " " + name)
						.isEqualTo(value.isArray() ? value.get(0).stringValue() : value.toString())));
		}
	}

	private JsonNode kafka(String channel) {
		return this.description.at("/channels/" + channel + "/bindings/kafka");
	}

	@Test
	void eachGroupReadsTheTopicsThatAreDescribed() {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.broker))) {
			Set<String> groups = Set.of("score-sheets", "sheet-candidates", "scorecards", "dead-letters");
			await().atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> admin.describeConsumerGroups(groups)
					.all()
					.get()
					.forEach((group,
							members) -> assertThat(members.members()
								.stream()
								.flatMap((member) -> member.assignment().topicPartitions().stream())
								.map(TopicPartition::topic)
								.collect(Collectors.toSet())).as(group)
								.isNotEmpty()
								.isEqualTo(this.description.readBy(group))));
		}
	}

	@Test
	void everyRecordOfAnInterviewIsAsDescribed() {
		Played played = Played.plan(this.pipeline, CANDIDATE, 9, "{\"mid\": 1}");
		played.next(this.pipeline, 4, null, true);
		played.recommend(this.pipeline, "interviewer-2", "no-decision");
		played.close(this.pipeline);
		await("the card").atMost(Duration.ofSeconds(30))
			.until(() -> this.pipeline.as("dashboard").scorecard(CANDIDATE).at("/interviews/0/state").asString(""),
					"closed"::equals);
		spoil();
		this.pipeline.as("recruiter").call("DELETE", "/candidates/" + CANDIDATE, null).require(204);

		List<ConsumerRecord<String, String>> events = await("dead letter and tombstones").atMost(Duration.ofSeconds(30))
			.until(() -> Topic.read(this.broker, this.description.channels(), CANDIDATE),
					(all) -> channels(all, true).equals(Set.of("candidate-profiled", "scorecard-updated"))
							&& channels(all, false).contains("answer-scored-dlt"));
		events.forEach(this::check);

		assertThat(events.stream()
			.filter((event) -> !event.topic().endsWith("-dlt"))
			.map((event) -> headers(event).path("ce_source").asString("").substring(1) + " " + event.topic())
			.filter((operation) -> !operation.startsWith("some-tool"))
			.collect(Collectors.toSet())).as("who writes what").isEqualTo(this.description.producers());
	}

	private static Set<String> channels(List<ConsumerRecord<String, String>> events, boolean withoutValue) {
		return events.stream()
			.filter((event) -> (event.value() == null) == withoutValue)
			.map(ConsumerRecord::topic)
			.collect(Collectors.toSet());
	}

	/**
	 * A record of another version, as a tool may write it.
	 */
	private void spoil() {
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(Map.of("bootstrap.servers", this.broker),
				new StringSerializer(), new StringSerializer())) {
			ProducerRecord<String, String> message = new ProducerRecord<>("answer-scored", CANDIDATE, "{}");
			Map.of("ce_specversion", "1.0", "ce_id", "spoilt", "ce_source", "/some-tool", "ce_type",
					"org.vivavoce.answer-scored.v2")
				.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
			producer.send(message);
		}
	}

	private void check(ConsumerRecord<String, String> event) {
		JsonNode headers = headers(event);
		if (headers.path("ce_source").asString("").equals("/some-tool") && !event.topic().endsWith("-dlt")) {
			return;
		}
		String message = "/components/messages/" + messageOf(event);
		assertThat(this.description.faults(message + "/headers", headers)).as(event.topic() + " " + headers).isEmpty();
		JsonNode value = event.topic().endsWith("-dlt") ? JSON.valueToTree(event.value())
				: (event.value() != null) ? JSON.readTree(event.value()) : JSON.nullNode();
		assertThat(this.description.faults(message + "/payload", value)).as(event.topic() + " " + value).isEmpty();
		if (message.endsWith("/dead-letter")) {
			assertThat(headers.propertyNames()).contains("ce_type", "dlt-reason");
		}
		else {
			assertThat(this.description.faults("/components/messageBindings/byCandidate/kafka/key",
					JSON.valueToTree(event.key())))
				.isEmpty();
			assertThat(this.description.at("/components/schemas/cloudEvent/properties").propertyNames())
				.containsAll(headers.propertyNames());
		}
	}

	/**
	 * The message of the channel, the tombstone where there is no value.
	 */
	private String messageOf(ConsumerRecord<String, String> event) {
		List<String> messages = List
			.copyOf(this.description.at("/channels/" + event.topic() + "/messages").propertyNames());
		return (event.value() != null) ? messages.getFirst() : messages.getLast();
	}

	private static JsonNode headers(ConsumerRecord<String, String> event) {
		Map<String, String> headers = new HashMap<>();
		event.headers()
			.forEach((header) -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		return JSON.valueToTree(headers);
	}

}
