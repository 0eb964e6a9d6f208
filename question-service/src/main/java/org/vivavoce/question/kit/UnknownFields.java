package org.vivavoce.question.kit;

import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Fields of a request that nobody knows. Overlooked, they would silently give something
 * else than was wished for, so they are kept to be refused.
 */
public final class UnknownFields {

	/**
	 * The fields that are not known have no field of their own: under its name, one of
	 * them would be overlooked.
	 */
	public static final String NAMELESS = "\0";

	/**
	 * What is wrong with each of them.
	 */
	public static final String FAULT = "is not known here";

	private UnknownFields() {
	}

	/**
	 * JSON pointers to them.
	 * @param parent pointer to what they are fields of
	 */
	public static Stream<String> pointers(String parent, @Nullable Map<String, @Nullable Object> unknown) {
		return Stream.ofNullable(unknown)
			.flatMap((fields) -> fields.keySet().stream())
			.map((name) -> parent + "/" + name.replace("~", "~0").replace("/", "~1"));
	}

}
