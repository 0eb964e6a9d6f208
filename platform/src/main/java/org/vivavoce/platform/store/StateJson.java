package org.vivavoce.platform.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.bson.Document;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.util.TokenBuffer;

/**
 * States as documents, with the names of their JSON. Instants become text of one width,
 * with microseconds, so that the store sorts them by time.
 */
public final class StateJson {

	private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {
	};

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.addModule(new SimpleModule().addSerializer(new FixedWidthInstantSerializer()))
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private StateJson() {
	}

	public static Document toDocument(Object state) {
		return new Document(MAPPER.convertValue(state, FIELDS));
	}

	public static <S> S fromDocument(Document document, Class<S> stateType) {
		return MAPPER.convertValue(document, stateType);
	}

	/**
	 * A state as the tokens of its JSON.
	 */
	static TokenBuffer tokens(Object state) {
		TokenBuffer tokens = tokens();
		MAPPER.writeValue(tokens, state);
		return tokens;
	}

	static TokenBuffer tokens() {
		return TokenBuffer.forGeneration();
	}

	static <S> S read(TokenBuffer tokens, Class<S> stateType) {
		return MAPPER.readValue(tokens.asParser(ObjectReadContext.empty()), stateType);
	}

	/**
	 * The text under which an instant is stored, for use in queries.
	 */
	static String text(Instant instant) {
		return MICROSECONDS.format(instant);
	}

	private static final class FixedWidthInstantSerializer extends StdSerializer<Instant> {

		FixedWidthInstantSerializer() {
			super(Instant.class);
		}

		@Override
		public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
			generator.writeString(text(value));
		}

	}

}
