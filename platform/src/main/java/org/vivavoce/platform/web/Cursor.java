package org.vivavoce.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Opaque cursors: the values by which a list is sorted, of the last row that was shown.
 */
public final class Cursor {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final TypeReference<List<Object>> VALUES = new TypeReference<>() {
	};

	private Cursor() {
	}

	/**
	 * Encode.
	 * @param values text and numbers
	 */
	public static String encode(List<Object> values) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(values));
	}

	/**
	 * Decode.
	 * @param types of the values, {@link String} or {@link Number}
	 * @throws ProblemException {@link ProblemTypes#MALFORMED} when it is not one of ours
	 */
	public static List<Object> decode(String cursor, Class<?>... types) {
		try {
			byte[] json = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII));
			List<Object> values = JSON.readValue(json, VALUES);
			if (values != null && values.size() == types.length
					&& IntStream.range(0, types.length).allMatch((i) -> types[i].isInstance(values.get(i)))) {
				return values;
			}
		}
		catch (IllegalArgumentException | JacksonException ex) {
			throw broken();
		}
		throw broken();
	}

	private static ProblemException broken() {
		return new ProblemException(ProblemTypes.MALFORMED, "cursor: take it from `next` of the page before");
	}

}
