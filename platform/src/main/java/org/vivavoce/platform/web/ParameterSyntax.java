package org.vivavoce.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import org.vivavoce.platform.problem.ExpectedType;

/**
 * How numbers, times and truth are written in parameters: as in JSON, and in no other
 * way. What Spring makes of a text is more, for example of {@code 0x10} or {@code 2026}.
 */
final class ParameterSyntax {

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

	private static final String WHOLE = "-?(0|[1-9][0-9]{0,18})";

	private ParameterSyntax() {
	}

	/**
	 * What is wrong with a value.
	 * @param type of the parameter
	 * @return empty where it is well written, or Spring is as strict
	 */
	static Optional<String> fault(Class<?> type, String value) {
		if (value.isEmpty()) {
			return Optional.of("is empty");
		}
		return isWellWritten(type, value) ? Optional.empty() : Optional.of(ExpectedType.of(type));
	}

	private static boolean isWellWritten(Class<?> type, String value) {
		if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
			return value.matches(WHOLE);
		}
		if (type == Double.class || type == double.class) {
			return value.matches(WHOLE + "([.][0-9]{1,20})?([eE][+-]?[0-9]{1,3})?")
					&& Double.isFinite(Double.parseDouble(value));
		}
		if (type == Boolean.class || type == boolean.class) {
			return value.matches("true|false");
		}
		return type != Instant.class || isTime(value);
	}

	private static boolean isTime(String value) {
		try {
			Instant time = Instant.parse(value);
			return !time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST);
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

}
