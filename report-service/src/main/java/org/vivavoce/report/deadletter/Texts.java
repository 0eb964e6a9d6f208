package org.vivavoce.report.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.contracts.Ids;

/**
 * Bytes of unknown origin as text, as far as they are text.
 */
public final class Texts {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int LONGEST_KEY = 200;

	private Texts() {
	}

	/**
	 * The text, unless it is not UTF-8.
	 */
	public static Optional<String> utf8(byte[] bytes) {
		try {
			return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The JSON, unless it is none.
	 */
	public static Optional<JsonNode> json(byte @Nullable [] bytes) {
		try {
			return (bytes != null && bytes.length > 0) ? Optional.ofNullable(JSON.readTree(bytes)) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/**
	 * A key for lists, shortened; {@code base64:…} when it is no text.
	 */
	static @Nullable String key(byte @Nullable [] key) {
		if (key == null) {
			return null;
		}
		String text = utf8(key).map((found) -> found.replaceAll("\\p{Cntrl}", "�"))
			.orElseGet(() -> "base64:" + Base64.getEncoder().encodeToString(key));
		return (text.length() > LONGEST_KEY) ? text.substring(0, LONGEST_KEY) + "…" : text;
	}

	/**
	 * The candidates that a record names: its key, and the candidateId in its value.
	 */
	static List<String> about(RawRecord raw) {
		List<String> about = new ArrayList<>();
		if (raw.key() != null) {
			utf8(raw.key()).filter(Ids::valid).ifPresent(about::add);
		}
		json(raw.value()).map((json) -> json.path("candidateId"))
			.filter(JsonNode::isString)
			.map(JsonNode::stringValue)
			.filter((id) -> Ids.valid(id) && !about.contains(id))
			.ifPresent(about::add);
		return about;
	}

}
