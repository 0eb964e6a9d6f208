package org.vivavoce.contracts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The AsyncAPI document says what the codec writes and accepts.
 */
class AsyncApiTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final AsyncApiDocument document = new AsyncApiDocument();

	private final EventCodec codec = new EventCodec(new Topics(""));

	@Test
	void eachTopicIsAChannelAndNoOther() {
		Set<String> topics = Arrays.stream(EventType.values()).map(EventType::eventName).collect(Collectors.toSet());
		Set<String> letters = topics.stream()
			.filter((topic) -> !topic.equals("scorecard-updated"))
			.map((topic) -> topic + Topics.DEAD_LETTER_SUFFIX)
			.collect(Collectors.toSet());
		Set<String> all = new HashSet<>(topics);
		all.addAll(letters);
		assertThat(this.document.at("/channels").propertyNames()).containsExactlyInAnyOrderElementsOf(all);
		all.forEach((topic) -> assertThat(this.document.at("/channels/" + topic + "/address").stringValue())
			.isEqualTo(topic));
	}

	@ParameterizedTest
	@EnumSource
	void compactedTopicsAreCalledSo(EventType type) {
		JsonNode kafka = this.document
			.at(this.document.at("/channels/" + type.eventName()).at("/bindings/$ref").stringValue().substring(1)
					+ "/kafka");
		assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").stringValue())
			.isEqualTo(type.compacted() ? "compact" : "delete");
	}

	@ParameterizedTest
	@EnumSource
	void theDataIsDescribedByTheSchemaThatTheCodecReadsBy(EventType type) {
		String name = type.eventName() + ".v1.json";
		assertThat(this.document.message(type).at("/payload/$ref").stringValue()).isEqualTo("schemas/" + name);
		JsonNode schema = JSON.readTree(AsyncApiDocument.resource("schemas/" + name));
		assertThat(schema.get("$id").stringValue()).isEqualTo(type.dataSchema()).endsWith("/schemas/" + name);
		assertThat(schema.findValuesAsString("$ref")).as("one file each").isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void theExampleIsTheGoldenMessage(EventType type) {
		byte[] golden = AsyncApiDocument.resource("golden/" + type.eventName() + ".v1.json");
		JsonNode example = this.document.message(type).at("/examples/0");
		assertThat(JSON.readTree(example.get("payload").toString())).isEqualTo(JSON.readTree(golden));
		assertThat(
				this.document.faults("/components/messages/" + type.eventName() + "/payload", example.get("payload")))
			.isEmpty();
		assertThat(this.document.headerFaults(type, headers(example))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void theHeadersOfTheExampleAreThoseThatTheCodecWritesAgain(EventType type) {
		JsonNode example = this.document.message(type).at("/examples/0");
		Decoded decoded = decode(type, headers(example), example);
		assertThat(decoded).isInstanceOf(Decoded.Read.class);
		Map<String, String> written = text(this.codec.encode(((Decoded.Read) decoded).envelope()).headers());
		assertThat(written).containsExactlyInAnyOrderEntriesOf(headers(example));
		assertThat(this.document.at("/components/schemas/cloudEvent/properties").propertyNames())
			.containsAll(written.keySet());
	}

	@Test
	void everyDescribedHeaderIsWritten() {
		JsonNode example = this.document.message(EventType.ANSWER_SCORED).at("/examples/0");
		assertThat(headers(example).keySet()).containsExactlyInAnyOrderElementsOf(
				this.document.at("/components/schemas/cloudEvent/properties").propertyNames());
	}

	@ParameterizedTest
	@EnumSource
	void exactlyTheRequiredHeadersAreAskedFor(EventType type) {
		JsonNode example = this.document.message(type).at("/examples/0");
		for (String name : headers(example).keySet()) {
			Map<String, String> without = headers(example);
			without.remove(name);
			assertThat(decode(type, without, example) instanceof Decoded.Read).as(name)
				.isEqualTo(this.document.headerFaults(type, without).isEmpty());
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatTheCodecRefusesInHeadersTheDocumentForbids(EventType type) {
		JsonNode example = this.document.message(type).at("/examples/0");
		Map.of("ce_type", "org.vivavoce." + type.eventName() + ".v2", "content-type", "text/plain", "ce_id", "",
				"ce_specversion", "2.0", "ce_time", "yesterday")
			.forEach((name, value) -> {
				Map<String, String> spoilt = headers(example);
				spoilt.put(name, value);
				assertThat(decode(type, spoilt, example)).as(name).isInstanceOf(Decoded.Unreadable.class);
				assertThat(this.document.headerFaults(type, spoilt)).as(name).isNotEmpty();
			});
	}

	@Test
	void theKeyIsAnId() {
		String pattern = this.document.at("/components/schemas/opaqueId/pattern").stringValue();
		assertThat(pattern).isEqualTo("^" + Ids.PATTERN + "$");
		assertThat(this.document.at("/components/messageBindings/byCandidate/kafka/key/pattern").stringValue())
			.isEqualTo(pattern);
	}

	@Test
	void referencesHoldInTheSourcesAndInTheJar() throws Exception {
		Path source = Path.of("asyncapi.yaml");
		List<String> files = new ArrayList<>(
				new YAMLMapper().readTree(Files.readAllBytes(source)).findValuesAsString("$ref"));
		files.removeIf((reference) -> reference.startsWith("#"));
		assertThat(files).hasSize(EventType.values().length)
			.allSatisfy((reference) -> assertThat(source.resolveSibling(reference)).exists());
		this.document.references().forEach((reference) -> {
			if (reference.startsWith("#")) {
				this.document.at(reference.substring(1));
			}
			else {
				assertThat(AsyncApiDocument.resource(reference)).as(reference).isNotEmpty();
			}
		});
	}

	private Decoded decode(EventType type, Map<String, String> headers, JsonNode example) {
		Headers kafka = new RecordHeaders();
		headers.forEach((name, value) -> kafka.add(name, value.getBytes(StandardCharsets.UTF_8)));
		byte[] key = example.at("/payload/candidateId").stringValue().getBytes(StandardCharsets.UTF_8);
		byte[] value = JSON.writeValueAsBytes(example.get("payload"));
		return this.codec.decode(new ConsumerRecord<>(type.eventName(), 0, 42, 1000, TimestampType.CREATE_TIME, 0, 0,
				key, value, kafka, Optional.empty()));
	}

	private static Map<String, String> headers(JsonNode example) {
		Map<String, String> headers = new HashMap<>();
		example.get("headers").forEachEntry((name, value) -> headers.put(name, value.stringValue()));
		return headers;
	}

	private static Map<String, String> text(Headers headers) {
		Map<String, String> text = new HashMap<>();
		headers.forEach((header) -> text.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		return text;
	}

}
