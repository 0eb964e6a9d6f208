package org.vivavoce.platform.problem;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.ClassUtils;

/**
 * What should have been where something of another type was.
 */
public final class ExpectedType {

	private ExpectedType() {
	}

	static String of(DatabindException ex) {
		if (ex instanceof UnfitTextException unfit) {
			return unfit.getOriginalMessage();
		}
		if (ex instanceof UnrecognizedPropertyException unknown) {
			return "is not known here; known are " + unknown.getKnownPropertyIds()
				.stream()
				.map(String::valueOf)
				.sorted()
				.collect(Collectors.joining(", "));
		}
		return (ex instanceof MismatchedInputException mismatch) ? of(mismatch.getTargetType()) : "has the wrong type";
	}

	/**
	 * In words, as the end of a sentence that begins with a name.
	 */
	public static String of(@Nullable Class<?> required) {
		if (required == null) {
			return "has the wrong type";
		}
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(required);
		if (type.isEnum()) {
			return "must be one of " + Stream.of(type.getEnumConstants())
				.map((constant) -> JsonMapper.shared().valueToTree(constant).asString())
				.collect(Collectors.joining(", "));
		}
		if (Number.class.isAssignableFrom(type)) {
			boolean whole = type != Double.class && type != Float.class && !type.getName().endsWith("BigDecimal");
			return whole ? "must be a whole number" : "must be a number";
		}
		if (Temporal.class.isAssignableFrom(type)) {
			return "must be a time such as 2026-01-31T09:30:00Z";
		}
		if (Collection.class.isAssignableFrom(type) || type.isArray()) {
			return "must be a list";
		}
		if (Map.class.isAssignableFrom(type) || type.isRecord()) {
			return "must be an object";
		}
		return (type == String.class) ? "must be a text"
				: (type == Boolean.class) ? "must be true or false" : "has the wrong type";
	}

}
