package org.vivavoce.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class GoldenMessageTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final EventCodec codec = new EventCodec(new Topics(""));

	@ParameterizedTest
	@EnumSource
	void theReaderReadsAndTheWriterWritesTheGoldenMessage(EventType type) {
		byte[] golden = golden(type);
		Envelope read = read(headers(type), key(golden), golden, type.eventName());
		ProducerRecord<byte[], byte[]> written = this.codec.encode(read);
		assertThat(JSON.readTree(written.value())).isEqualTo(JSON.readTree(golden));
		assertThat(written.topic()).isEqualTo(type.eventName());
		assertThat(new String(written.key(), StandardCharsets.UTF_8)).isEqualTo(read.event().candidateId());
		assertThat(header(written, "ce_specversion")).isEqualTo("1.0");
		assertThat(header(written, "ce_type")).isEqualTo("org.vivavoce." + type.eventName() + ".v1");
		assertThat(header(written, "ce_subject")).isEqualTo(read.event().subject());
		assertThat(header(written, "ce_partitionkey")).isEqualTo(read.event().candidateId());
		assertThat(header(written, "ce_dataschema")).endsWith(type.eventName() + ".v1.json");
		assertThat(header(written, "ce_time")).isEqualTo("2026-05-04T08:07:00Z");
		assertThat(header(written, "content-type")).isEqualTo("application/json");
		assertThat(header(written, "traceparent")).startsWith("00-");
	}

	@ParameterizedTest
	@EnumSource
	void unknownFieldsAreIgnored(EventType type) {
		ObjectNode data = (ObjectNode) JSON.readTree(golden(type));
		data.put("addedLater", "by a newer producer");
		Envelope plain = read(headers(type), key(golden(type)), golden(type), type.eventName());
		assertThat(read(headers(type), key(golden(type)), JSON.writeValueAsBytes(data), type.eventName()))
			.isEqualTo(plain);
	}

	@ParameterizedTest
	@EnumSource
	void eachRequiredFieldIsMissedByName(EventType type) {
		for (String field : required(type)) {
			ObjectNode data = (ObjectNode) JSON.readTree(golden(type));
			data.remove(field);
			assertThat(reason(type, JSON.writeValueAsBytes(data))).contains("'" + field + "'");
		}
	}

	@ParameterizedTest
	@EnumSource
	void eachFieldOfTheWrongTypeIsRefusedByName(EventType type) {
		for (String field : required(type)) {
			ObjectNode data = (ObjectNode) JSON.readTree(golden(type));
			data.set(field, JSON.readTree("[{\"not\":\"this\"}]"));
			assertThat(reason(type, JSON.writeValueAsBytes(data))).contains(field);
		}
	}

	@ParameterizedTest
	@CsvSource({ "rating, 5", "rating, 0", "rating, '\"3\"'", "rating, 2.5", "revision, 0", "redFlag, '\"no\"'",
			"interviewId, '\"..\"'", "scoredAt, '\"yesterday\"'", "interviewer, '\" a\"'", "interviewer, '\"\"'" })
	void valuesOutOfRangeAreRefusedByName(String field, String value) {
		ObjectNode data = (ObjectNode) JSON.readTree(golden(EventType.ANSWER_SCORED));
		data.set(field, JSON.readTree(value));
		assertThat(reason(EventType.ANSWER_SCORED, JSON.writeValueAsBytes(data))).contains("'" + field + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "auth0|5f7c8ec7c33c6c004bbafe82", "o'brien@example.com", "ada+x@example.com",
			"EXAMPLE\\ada", "c2FtbHA=/+==", "https://id.example.org/users/7?x=1", "Ada Lovelace, R&D", "😀" })
	void peopleAreNamedAsTheirIdentityProviderNamesThem(String person) {
		for (EventType type : EventType.values()) {
			ObjectNode data = (ObjectNode) JSON.readTree(golden(type));
			Stream.of("interviewer", "submittedBy", "servedBy")
				.filter(data::has)
				.forEach((field) -> data.put(field, person));
			if (data.has("panel")) {
				data.putArray("panel").add(person).add("interviewer-1");
			}
			Envelope read = read(headers(type), key(golden(type)), JSON.writeValueAsBytes(data), type.eventName());
			assertThat(JSON.readTree(this.codec.encode(read).value())).isEqualTo(data);
		}
	}

	@Test
	void thePeopleInASchemaFollowTheRuleForPeople() {
		for (EventType type : EventType.values()) {
			JsonNode schema = JSON.readTree(resource("schemas/" + type.eventName() + ".v1.json"));
			schema.get("properties").forEachEntry((name, field) -> {
				if (List.of("panel", "interviewer", "submittedBy", "servedBy").contains(name)) {
					JsonNode person = name.equals("panel") ? field.get("items") : field;
					assertThat(person.get("pattern").stringValue()).isEqualTo("^" + Persons.PATTERN + "$");
				}
			});
		}
	}

	@Test
	void ratingMayBeNullButNotAbsent() {
		ObjectNode data = (ObjectNode) JSON.readTree(golden(EventType.ANSWER_SCORED));
		data.putNull("rating");
		Envelope read = read(headers(EventType.ANSWER_SCORED), "cand-7", JSON.writeValueAsBytes(data), "answer-scored");
		assertThat(((AnswerScored) read.event()).rating()).isNull();
		assertThat(JSON.readTree(this.codec.encode(read).value()).has("rating")).isTrue();
	}

	@Test
	void aValueThatIsNotJsonIsUnreadable() {
		assertThat(reason(EventType.ANSWER_SCORED, "{\"interviewId\":".getBytes(StandardCharsets.UTF_8)))
			.contains("not JSON");
		assertThat(reason(EventType.ANSWER_SCORED, new byte[0])).isNotEmpty();
		assertThat(reason(EventType.ANSWER_SCORED, new byte[] { 0, -1, 17 })).contains("not JSON");
	}

	@Test
	void aRecordWithoutCloudEventsHeadersIsUnreadable() {
		Decoded decoded = decode(new RecordHeaders(), "cand-7", golden(EventType.ANSWER_SCORED), "answer-scored");
		assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
	}

	@Test
	void anUnknownVersionIsUnreadable() {
		RecordHeaders headers = headers(EventType.ANSWER_SCORED);
		headers.remove("ce_type");
		headers.add("ce_type", "org.vivavoce.answer-scored.v2".getBytes(StandardCharsets.UTF_8));
		Decoded decoded = decode(headers, "cand-7", golden(EventType.ANSWER_SCORED), "answer-scored");
		assertThat(decoded).isEqualTo(new Decoded.Unreadable(
				"header ce_type is 'org.vivavoce.answer-scored.v2', expected 'org.vivavoce.answer-scored.v1'",
				Breach.of(Breach.Rule.WRONG_TYPE)));
	}

	@Test
	void aFieldThatIsThereTwiceIsUnreadable() {
		String twice = new String(golden(EventType.ANSWER_SCORED), StandardCharsets.UTF_8).replaceFirst("\\{",
				"{\"rating\": 1,");
		assertThat(reason(EventType.ANSWER_SCORED, twice.getBytes(StandardCharsets.UTF_8))).contains("rating");
	}

	@Test
	void anEmptyIdIsUnreadable() {
		RecordHeaders headers = headers(EventType.ANSWER_SCORED);
		headers.remove("ce_id");
		headers.add("ce_id", new byte[0]);
		assertThat(decode(headers, "cand-7", golden(EventType.ANSWER_SCORED), "answer-scored"))
			.isInstanceOf(Decoded.Unreadable.class);
	}

	@Test
	void aReasonStaysOneLineWhateverItQuotes() {
		RecordHeaders headers = headers(EventType.ANSWER_SCORED);
		headers.remove("ce_type");
		headers.add("ce_type", ("x\n\r\u0000ERROR forged" + "y".repeat(5000)).getBytes(StandardCharsets.UTF_8));
		Decoded decoded = decode(headers, "cand-7", golden(EventType.ANSWER_SCORED), "answer-scored");
		assertThat(((Decoded.Unreadable) decoded).reason()).contains("x ERROR forged")
			.doesNotContainPattern("\\p{Cntrl}")
			.hasSizeLessThan(1100);
	}

	@Test
	void aKeyThatIsNotTheCandidateIsUnreadable() {
		assertThat(decode(headers(EventType.ANSWER_SCORED), "cand-8", golden(EventType.ANSWER_SCORED), "answer-scored"))
			.isEqualTo(new Decoded.Unreadable("the key 'cand-8' is not the candidateId 'cand-7'",
					Breach.of(Breach.Rule.FOREIGN_KEY)));
		assertThat(decode(headers(EventType.ANSWER_SCORED), null, golden(EventType.ANSWER_SCORED), "answer-scored"))
			.isInstanceOf(Decoded.Unreadable.class);
	}

	@Test
	void aNullValueOnCandidateProfiledForgetsThePersonWithOrWithoutHeaders() {
		Envelope bare = read(new RecordHeaders(), "cand-7", null, "candidate-profiled");
		assertThat(bare.event()).isEqualTo(new CandidateForgotten("cand-7"));
		assertThat(bare.occurredAt()).isEqualTo(Instant.ofEpochMilli(1000));
		Envelope own = Envelope.of("/question-service", Instant.parse("2026-05-04T08:07:00Z"), null,
				new CandidateForgotten("cand-7"));
		ProducerRecord<byte[], byte[]> tombstone = this.codec.encode(own);
		assertThat(tombstone.value()).isNull();
		assertThat(read(new RecordHeaders(tombstone.headers()), "cand-7", null, "candidate-profiled")).isEqualTo(own);
	}

	@Test
	void aNullValueElsewhereIsUnreadable() {
		assertThat(decode(headers(EventType.ANSWER_SCORED), "cand-7", null, "answer-scored"))
			.isEqualTo(new Decoded.Unreadable("the value is missing", Breach.of(Breach.Rule.MISSING_VALUE)));
	}

	@Test
	void aPrefixBelongsToTheTopicNotToTheEvent() {
		EventCodec prefixed = new EventCodec(new Topics("eu."));
		Envelope read = read(headers(EventType.ANSWER_SCORED), "cand-7", golden(EventType.ANSWER_SCORED),
				"answer-scored");
		ProducerRecord<byte[], byte[]> written = prefixed.encode(read);
		assertThat(written.topic()).isEqualTo("eu.answer-scored");
		assertThat(header(written, "ce_type")).isEqualTo("org.vivavoce.answer-scored.v1");
	}

	private String reason(EventType type, byte[] data) {
		Decoded decoded = decode(headers(type), key(golden(type)), data, type.eventName());
		assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
		return ((Decoded.Unreadable) decoded).reason();
	}

	private Envelope read(RecordHeaders headers, String key, byte @Nullable [] data, String topic) {
		Decoded decoded = decode(headers, key, data, topic);
		assertThat(decoded).isInstanceOf(Decoded.Read.class);
		return ((Decoded.Read) decoded).envelope();
	}

	private Decoded decode(RecordHeaders headers, @Nullable String key, byte @Nullable [] data, String topic) {
		byte[] keyBytes = (key != null) ? key.getBytes(StandardCharsets.UTF_8) : null;
		return this.codec.decode(new ConsumerRecord<>(topic, 0, 42, 1000, TimestampType.CREATE_TIME, 0, 0, keyBytes,
				data, headers, java.util.Optional.empty()));
	}

	private static RecordHeaders headers(EventType type) {
		RecordHeaders headers = new RecordHeaders();
		add(headers, "ce_specversion", "1.0");
		add(headers, "ce_id", "e-1");
		add(headers, "ce_source", "/golden");
		add(headers, "ce_type", type.ceType());
		add(headers, "ce_time", "2026-05-04T08:07:00Z");
		add(headers, "content-type", "application/json");
		add(headers, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
		return headers;
	}

	private static void add(RecordHeaders headers, String name, String value) {
		headers.add(name, value.getBytes(StandardCharsets.UTF_8));
	}

	private static String header(ProducerRecord<byte[], byte[]> message, String name) {
		return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

	private static String key(byte[] golden) {
		return JSON.readTree(golden).get("candidateId").stringValue();
	}

	private static Iterable<String> required(EventType type) {
		return JSON.readTree(resource("schemas/" + type.eventName() + ".v1.json"))
			.get("required")
			.valueStream()
			.map(JsonNode::stringValue)
			.toList();
	}

	private static byte[] golden(EventType type) {
		return resource("golden/" + type.eventName() + ".v1.json");
	}

	private static byte[] resource(String name) {
		try (var stream = GoldenMessageTests.class.getResourceAsStream(name)) {
			assertThat(stream).as(name).isNotNull();
			return stream.readAllBytes();
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
