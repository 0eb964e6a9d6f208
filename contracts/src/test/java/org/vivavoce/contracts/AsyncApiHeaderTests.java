package org.vivavoce.contracts;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The AsyncAPI document describes the headers that the codec writes and asks for.
 */
class AsyncApiHeaderTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final AsyncApiDocument document = new AsyncApiDocument();

	private final EventCodec codec = new EventCodec(new Topics(""));

	@ParameterizedTest
	@EnumSource
	void theHeadersOfTheExampleAreThoseThatTheCodecWritesAgain(EventType type) {
		JsonNode example = this.document.example(type);
		Decoded decoded = decode(type, this.document.exampleHeaders(type), example);
		assertThat(decoded).isInstanceOf(Decoded.Read.class);
		Map<String, String> written = text(this.codec.encode(((Decoded.Read) decoded).envelope()).headers());
		assertThat(written).containsExactlyInAnyOrderEntriesOf(this.document.exampleHeaders(type));
		assertThat(this.document.at("/components/schemas/cloudEvent/properties").propertyNames())
			.containsAll(written.keySet());
	}

	@Test
	void everyDescribedHeaderIsWritten() {
		assertThat(this.document.exampleHeaders(EventType.ANSWER_SCORED).keySet()).containsExactlyInAnyOrderElementsOf(
				this.document.at("/components/schemas/cloudEvent/properties").propertyNames());
	}

	@ParameterizedTest
	@EnumSource
	void exactlyTheRequiredHeadersAreAskedFor(EventType type) {
		JsonNode example = this.document.example(type);
		for (String name : this.document.exampleHeaders(type).keySet()) {
			Map<String, String> without = this.document.exampleHeaders(type);
			without.remove(name);
			assertThat(decode(type, without, example) instanceof Decoded.Read).as(name)
				.isEqualTo(this.document.headerFaults(type, without).isEmpty());
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatTheCodecRefusesInHeadersTheDocumentForbids(EventType type) {
		JsonNode example = this.document.example(type);
		Map.of("ce_type", "org.vivavoce." + type.eventName() + ".v2", "content-type", "text/plain", "ce_id", "",
				"ce_specversion", "2.0", "ce_time", "yesterday")
			.forEach((name, value) -> {
				Map<String, String> spoilt = this.document.exampleHeaders(type);
				spoilt.put(name, value);
				assertThat(decode(type, spoilt, example)).as(name).isInstanceOf(Decoded.Unreadable.class);
				assertThat(this.document.headerFaults(type, spoilt)).as(name).isNotEmpty();
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

	private static Map<String, String> text(Headers headers) {
		Map<String, String> text = new HashMap<>();
		headers.forEach((header) -> text.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		return text;
	}

}
