package org.vivavoce.contracts;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CompatibilityTests {

	@ParameterizedTest(name = "from {0} to {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					enum: [1, 2]              | enum: [1, 2, 3]             | enum 3 added | enum 3 removed
					enum: [1, 2]              | enum: [1, 2, null]          | enum null added | enum null removed
					enum: [1, 2]              | title: any                  | enum [1,2] removed | enum [1,2] added
					type: string              | type: [string, 'null']      | type null added | type null removed
					type: integer             | type: number                | type number added | type number removed
					type: string              | title: any                  | type "string" removed | type "string" added
					minimum: 1                | minimum: 0                  | minimum changed from 1 to 0 | minimum changed from 0 to 1
					maximum: 4                | maximum: 5                  | maximum changed from 4 to 5 | maximum changed from 5 to 4
					minLength: 1              | minLength: 0                | minLength changed from 1 to 0 | minLength changed from 0 to 1
					maxLength: 10             | maxLength: 20               | maxLength changed from 10 to 20 | maxLength changed from 20 to 10
					maxItems: 50              | title: any                  | maxItems 50 removed | maxItems 50 added
					maxProperties: 50         | maxProperties: 51           | maxProperties changed from 50 to 51 | maxProperties changed from 51 to 50
					pattern: a                | title: any                  | pattern "a" removed | pattern "a" added
					format: date-time         | title: any                  | format "date-time" removed | format "date-time" added
					additionalProperties: false | title: any                | additionalProperties false removed | additionalProperties false added
					""")
	void whatAllowsMoreBreaksConsumersAndBackwardsProducers(String narrow, String wide, String there, String back) {
		assertThat(breaks(field(narrow), field(wide))).containsExactly("e: f: " + there + ": breaks consumers");
		assertThat(breaks(field(wide), field(narrow))).containsExactly("e: f: " + back + ": breaks producers");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					pattern: a           | pattern: b           | pattern changed from "a" to "b"
					format: date         | format: date-time    | format changed from "date" to "date-time"
					const: 1             | const: 2             | const changed from 1 to 2
					oneOf: [{type: string}] | oneOf: [{type: number}] | oneOf changed from [{"type":"string"}] to [{"type":"number"}]
					""")
	void whatCannotBeComparedBreaksBoth(String before, String after, String rule) {
		assertThat(breaks(field(before), field(after)))
			.containsExactly("e: f: " + rule + ": breaks producers and consumers");
		assertThat(breaks(field(after), field(before))).hasSize(1)
			.first()
			.asString()
			.endsWith("producers and consumers");
	}

	@Test
	void aFieldThatNeedNotBeThereMayBeAddedButNotRemoved() {
		JsonNode without = yaml("{properties: {f: {type: string}}, required: [f]}");
		JsonNode with = yaml("{properties: {f: {type: string}, g: {type: string}}, required: [f]}");
		assertThat(breaks(without, with)).isEmpty();
		assertThat(breaks(with, without)).containsExactly("e: g: removed: breaks producers and consumers");
	}

	@Test
	void aFieldMayNeitherBecomeRequiredNorCeaseToBe() {
		JsonNode optional = yaml("{properties: {f: {type: string}}}");
		JsonNode required = yaml("{properties: {f: {type: string}}, required: [f]}");
		assertThat(breaks(optional, required)).containsExactly("e: f: is now required: breaks producers");
		assertThat(breaks(required, optional)).containsExactly("e: f: is no longer required: breaks consumers");
	}

	@Test
	void aFieldThatIsNewAndRequiredBreaksProducers() {
		assertThat(breaks(yaml("{properties: {}}"), yaml("{properties: {g: {type: string}}, required: [g]}")))
			.containsExactly("e: g: is now required: breaks producers");
	}

	@Test
	void fieldsOfFieldsAndOfItemsAreCompared() {
		String list = "{properties: {q: {properties: {l: {items: {properties: {n: {maxLength: %d}}}}}}}}";
		assertThat(breaks(yaml(list.formatted(5)), yaml(list.formatted(4))))
			.containsExactly("e: q.l[].n: maxLength changed from 5 to 4: breaks producers");
		String map = "{properties: {m: {additionalProperties: {maxLength: %d}}}}";
		assertThat(breaks(yaml(map.formatted(4)), yaml(map.formatted(5))))
			.containsExactly("e: m[]: maxLength changed from 4 to 5: breaks consumers");
	}

	@Test
	void wordsAndOrderBreakNobody() {
		JsonNode before = yaml("{title: a, properties: {f: {enum: [1, 2], description: a}}, required: [f, g]}");
		JsonNode after = yaml("{required: [g, f], properties: {f: {enum: [2, 1]}}, $comment: b}");
		assertThat(breaks(before, after)).isEmpty();
		assertThat(breaks(after, before)).isEmpty();
	}

	@Test
	void anotherIdBreaksBoth() {
		assertThat(breaks(yaml("{$id: a}"), yaml("{$id: b}")))
			.containsExactly("e: the data: $id changed from \"a\" to \"b\": breaks producers and consumers");
	}

	private static List<String> breaks(JsonNode released, JsonNode current) {
		return Compatibility.breaks("e", released, current);
	}

	private static JsonNode field(String constraint) {
		return yaml("{properties: {f: {" + constraint + "}}}");
	}

	private static JsonNode yaml(String text) {
		return JsonMapper.shared().readTree(new tools.jackson.dataformat.yaml.YAMLMapper().readTree(text).toString());
	}

}
