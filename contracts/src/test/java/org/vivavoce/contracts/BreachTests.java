package org.vivavoce.contracts;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BreachTests {

	private final EventCodec codec = new EventCodec(new Topics(""));

	@Test
	void equalFaultsAreOfOneKindWhateverTheyQuote() {
		assertThat(breach("c-1", "{").kind()).isEqualTo("not-json").isEqualTo(breach("c-2", "][").kind());
		assertThat(breach(null, "{}").kind()).isEqualTo("missing-key");
		assertThat(breach("a b", "{}").kind()).isEqualTo("wrong-key");
		assertThat(breach("c-1", null).kind()).isEqualTo("missing-value");
	}

	@Test
	void aMissingFieldIsNamedWithItsPlaceInTheRecord() {
		assertThat(breach("c-1", "{}")).returns("missing-field:interviewId", Breach::kind)
			.returns("/interviewId", Breach::pointer);
	}

	@Test
	void aWrongElementOfAListIsNamedAsAnyElement() {
		assertThat(breach("c-1", """
				{"interviewId": "iv", "candidateId": "c-1", "questionId": "q", "questionRevision": 1,
				 "interviewer": "ann", "submittedBy": "ann", "rating": 3, "redFlag": false,
				 "keyPointsHeard": ["a", "b", 7], "revision": 1, "scoredAt": "2026-05-04T08:00:00Z"}"""))
			.returns("wrong-field:keyPointsHeard.*", Breach::kind)
			.returns("/keyPointsHeard/2", Breach::pointer);
	}

	private Breach breach(@Nullable String key, @Nullable String value) {
		ConsumerRecord<byte[], byte[]> message = new ConsumerRecord<>("answer-scored", 0, 0, bytes(key), bytes(value));
		RecordHeaders headers = new RecordHeaders();
		headers.add("ce_specversion", bytes("1.0"));
		headers.add("ce_id", bytes("x"));
		headers.add("ce_source", bytes("/x"));
		headers.add("ce_type", bytes("org.vivavoce.answer-scored.v1"));
		headers.forEach(message.headers()::add);
		return ((Decoded.Unreadable) this.codec.decode(message)).breach();
	}

	private static byte @Nullable [] bytes(@Nullable String text) {
		return (text != null) ? text.getBytes(StandardCharsets.UTF_8) : null;
	}

}
