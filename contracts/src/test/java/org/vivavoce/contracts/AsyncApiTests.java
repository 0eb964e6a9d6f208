package org.vivavoce.contracts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
	void theSchemaUsesOnlyKeywordsThatDraft07And2020Share(EventType type) {
		JsonNode schema = JSON.readTree(AsyncApiDocument.resource("schemas/" + type.eventName() + ".v1.json"));
		assertThat(keywords(schema)).isSubsetOf("$schema", "$id", "title", "description", "type", "enum", "pattern",
				"format", "minimum", "maximum", "minLength", "maxLength", "maxItems", "maxProperties", "properties",
				"required", "items", "additionalProperties");
	}

	private static Set<String> keywords(JsonNode schema) {
		Set<String> keywords = new HashSet<>(schema.propertyNames());
		schema.path("properties").forEach((field) -> keywords.addAll(keywords(field)));
		Stream.of("items", "additionalProperties")
			.filter(schema::has)
			.forEach((of) -> keywords.addAll(keywords(schema.get(of))));
		return keywords;
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

}
