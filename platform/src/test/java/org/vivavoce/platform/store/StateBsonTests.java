package org.vivavoce.platform.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.bson.BsonBinaryReader;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StateBsonTests {

	private static final State FULL = new State("Zoë \ud83d\ude00", 7, -1L << 40, 0.1, true,
			Instant.parse("2026-05-04T08:00:00Z"), List.of("a", ""), Map.of("k", 1),
			new State(null, 0, 0, -2.5, false, null, List.of(), Map.of(), null));

	private record State(@Nullable String text, int number, long large, double fraction, boolean flag,
			@Nullable Instant time, List<String> list, Map<String, Integer> map, @Nullable State inner) {

	}

	@Test
	void aStateHasTheFormThatItsJsonHas() {
		assertThat(bson(FULL)).isEqualTo(raw(StateJson.toDocument(FULL)));
	}

	@Test
	void aTimeIsTextOfOneWidth() {
		assertThat(bson(FULL).getDocument("state").getString("time").getValue())
			.isEqualTo("2026-05-04T08:00:00.000000Z");
	}

	@Test
	void whatIsWrittenIsReadAsItWas() {
		assertThat(read(bson(FULL))).isEqualTo(FULL);
	}

	@Test
	void aWholeNumberIsReadWhateverItsWidth() {
		assertThat(read(raw(StateJson.toDocument(FULL).append("number", 7L).append("large", 5).append("fraction", 2))))
			.returns(7, State::number)
			.returns(5L, State::large)
			.returns(2.0, State::fraction);
	}

	@Test
	void whatIsNotKnownIsNotLookedAt() {
		assertThat(read(raw(StateJson.toDocument(FULL).append("more", new Document("x", List.of(1, 2))))))
			.isEqualTo(FULL);
	}

	@Test
	void aValueThatNoStateHasIsNamed() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> read(raw(StateJson.toDocument(FULL).append("text", new Date(0)))))
			.withMessageContaining("DATE_TIME");
	}

	private static RawBsonDocument bson(State state) {
		return StateBson.document((writer) -> {
			writer.writeName("state");
			StateBson.write(writer, state);
		});
	}

	/**
	 * As somebody else may have written it.
	 */
	private static RawBsonDocument raw(Document state) {
		return new RawBsonDocument(new Document("state", state), new DocumentCodec());
	}

	private static State read(RawBsonDocument document) {
		try (BsonBinaryReader reader = StateBson.reader(document)) {
			reader.readBsonType();
			reader.readName();
			return StateBson.read(reader, State.class);
		}
	}

}
