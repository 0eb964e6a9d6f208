package org.vivavoce.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records as other producers write them, well or badly.
 */
class ForeignRecordTests {

	private static final Instant NOW = Instant.parse("2026-05-04T09:00:00Z");

	private static final String DATA = """
			{"interviewId": "iv", "candidateId": "c-1", "outcome": "completed", "closedAt": "2026-05-04T08:00:00Z"}""";

	private final EventCodec codec = new EventCodec(new Topics(""),
			new EventTimes(InstantSource.fixed(NOW), Duration.ofDays(1)));

	private final RecordHeaders headers = new RecordHeaders();

	ForeignRecordTests() {
		header("ce_specversion", "1.0");
		header("ce_id", "x-1");
		header("ce_source", "/elsewhere");
		header("ce_type", "org.vivavoce.interview-closed.v1");
		header("ce_time", "2026-05-04T08:00:01+02:00");
		header("content-type", "application/json; charset=utf-8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type" })
	void aHeaderWithoutAValueIsNamed(String name) {
		this.headers.remove(name).add(name, null);
		assertThat(reason(DATA)).contains("header " + name + " has no value");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ce_specversion", "ce_id", "ce_source", "ce_type" })
	void aHeaderThatEveryEventHasIsMissedByName(String name) {
		this.headers.remove(name);
		assertThat(reason(DATA)).contains("header " + name + " is missing");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ce_specversion | 0.3       | header ce_specversion is '0.3', expected '1.0'
			ce_source      | ''        | header ce_source is empty
			ce_source      | a b       | header ce_source is no URI reference
			ce_id          | ' '       | header ce_id is empty
			ce_time        | yesterday | header ce_time is no time
			ce_time        | +292278994-08-17T07:12:55Z | dated +292278994-08-17T07:12:55Z, more than PT24H ahead
			ce_time        | 1969-12-31T23:59:59Z       | dated 1969-12-31T23:59:59Z, before 1970
			ce_time        | 2026-05-05T09:00:01Z       | dated 2026-05-05T09:00:01Z, more than PT24H ahead
			content-type   | text/plain | header content-type is 'text/plain'
			content-type   | application/jsonp | header content-type is 'application/jsonp'
			""")
	void whatNoCloudEventHasIsNamed(String name, String value, String reason) {
		header(name, value);
		assertThat(reason(DATA)).contains(reason);
	}

	@Test
	void aHeaderThatIsNotUtf8IsNamed() {
		this.headers.remove("ce_id").add("ce_id", new byte[] { (byte) 0xc3, 0x28 });
		assertThat(reason(DATA)).contains("header ce_id is not UTF-8");
	}

	@Test
	void anIdThatWouldFillTheStoreIsRefused() {
		header("ce_id", "x".repeat(1025));
		assertThat(reason(DATA)).contains("header ce_id is longer than 1024 characters");
	}

	@ParameterizedTest
	@CsvSource({ "2026-05-05T08:59:59Z, true", "2026-05-05T09:00:01Z, false", "2036-01-01T00:00:00Z, false",
			"1970-01-01T00:00:00Z, true", "1969-12-31T23:59:59Z, false" })
	void theTimeInTheDataIsBoundedToo(String time, boolean readable) {
		assertThat(decode(DATA.replace("2026-05-04T08:00:00Z", time)) instanceof Decoded.Read).isEqualTo(readable);
	}

	@Test
	void extensionsOfAnyNameTravelAlong() {
		header("ce_my_ext", "anything");
		header("ce_UPPER", "anything");
		this.headers.add("ce_nothing", null);
		assertThat(decode(DATA)).isInstanceOf(Decoded.Read.class);
	}

	@Test
	void whatAnEventSaysCountsWhereHeadersComeTwice() {
		this.headers.add("ce_id", "x-2".getBytes(StandardCharsets.UTF_8));
		assertThat(read(DATA).id()).isEqualTo("x-2");
	}

	@ParameterizedTest
	@ValueSource(longs = { Long.MIN_VALUE, -1, 0, 1 })
	void anEventWithoutATimeHasThatOfItsRecord(long timestamp) {
		this.headers.remove("ce_time");
		assertThat(((Decoded.Read) this.codec.decode(message(DATA, timestamp))).envelope().time())
			.isEqualTo(Instant.ofEpochMilli(Math.max(0, timestamp)));
	}

	@Test
	void aRecordThatIsDatedFarAheadIsRefusedWhereItsDateCounts() {
		this.headers.remove("ce_time");
		assertThat(this.codec.decode(message(DATA, Long.MAX_VALUE))).isInstanceOf(Decoded.Unreadable.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/cloudevents+json", "application/cloudevents+json; charset=UTF-8",
			"Application/CloudEvents+JSON" })
	void structuredModeIsRead(String contentType) {
		List.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time").forEach(this.headers::remove);
		header("content-type", contentType);
		assertThat(read(structured("\"data\": " + DATA))).isEqualTo(new Envelope("s-1", "/elsewhere",
				Instant.parse("2026-05-04T08:00:00Z"), null,
				new InterviewClosed("iv", "c-1", InterviewOutcome.COMPLETED, Instant.parse("2026-05-04T08:00:00Z"))));
	}

	@Test
	void structuredModeWithEncodedDataIsRead() {
		header("content-type", "application/cloudevents+json");
		String encoded = Base64.getEncoder().encodeToString(DATA.getBytes(StandardCharsets.UTF_8));
		assertThat(read(structured("\"data_base64\": \"" + encoded + "\"")).event().candidateId()).isEqualTo("c-1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"specversion": "1.0"  | "specversion": "0.3" | is '0.3'
			"id": "s-1"           | "id": 7              | of the CloudEvent is no text
			"id": "s-1"           | "other": "s-1"       | is missing
			"type": "org.vivavoce.interview-closed.v1" | "type": "org.other.v1" | expected
			"data": 1             | "other": 1           | has no data
			"data": 1             | "data": 1            | the value
			"data": 1             | "data_base64": "%%%" | cannot be decoded
			""")
	void whatIsWrongInStructuredModeIsNamed(String right, String wrong, String reason) {
		header("content-type", "application/cloudevents+json");
		assertThat(reason(structured("\"data\": 1").replace(right, wrong))).contains(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "null", "7", "", "{", "\u0000" })
	void whatIsNoObjectIsNoEventInStructuredMode(String value) {
		header("content-type", "application/cloudevents+json");
		assertThat(reason(value)).isNotBlank();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0000", "\\ud800", "\\r", "\\u0085" })
	void aTextThatIsNoneIsNamedByItsField(String text) {
		assertThat(reason(DATA.replace("\"outcome\"", "\"reason\": {\"more\": [\"" + text + "\"]}, \"outcome\"")))
			.startsWith("field 'reason.more' has ");
	}

	@Test
	void deepNestingIsRefused() {
		assertThat(reason("[".repeat(100_000))).isNotBlank();
		assertThat(reason("{\"a\":".repeat(400) + "1" + "}".repeat(400))).isNotBlank();
	}

	private static String structured(String data) {
		return """
				{"specversion": "1.0", "id": "s-1", "source": "/elsewhere", "time": "2026-05-04T08:00:00Z",
				 "type": "org.vivavoce.interview-closed.v1", "myextension": 7, %s}""".formatted(data);
	}

	private void header(String name, String value) {
		this.headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
	}

	private String reason(String value) {
		return ((Decoded.Unreadable) decode(value)).reason();
	}

	private Envelope read(String value) {
		return ((Decoded.Read) decode(value)).envelope();
	}

	private Decoded decode(String value) {
		return this.codec.decode(message(value, NOW.toEpochMilli()));
	}

	private ConsumerRecord<byte[], byte[]> message(@Nullable String value, long timestamp) {
		Headers copied = new RecordHeaders(this.headers);
		byte[] bytes = (value != null) ? value.getBytes(StandardCharsets.UTF_8) : null;
		return new ConsumerRecord<>("interview-closed", 0, 0, timestamp, TimestampType.CREATE_TIME, 3, 0,
				"c-1".getBytes(StandardCharsets.UTF_8), bytes, copied, Optional.empty());
	}

}
