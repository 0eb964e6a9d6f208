package org.vivavoce.platform.start;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Says of a setting with a wrong value which it is, where the value comes from, and what
 * was expected. Values of settings that may be secret are not repeated.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BindingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	private static final Map<Class<?>, String> EXPECTED = Map.of(int.class, "a whole number", Integer.class,
			"a whole number", long.class, "a whole number", short.class, "a whole number", double.class, "a number",
			boolean.class, "true or false", Boolean.class, "true or false", Duration.class, "a duration such as 5s",
			DataSize.class, "a size such as 5MB");

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		return new FailureAnalysis(sentence(cause), null, cause);
	}

	private static String sentence(BindException failure) {
		BindValidationException invalid = findValidation(failure);
		if (invalid != null) {
			return invalid.getValidationErrors()
				.getAllErrors()
				.stream()
				.map(BindingFailureAnalyzer::invalid)
				.collect(Collectors.joining("; "));
		}
		String name = failure.getName().toString();
		if (failure.getProperty() == null) {
			return name + " cannot be used: " + NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
		}
		return wrong(name, failure.getProperty().getValue(), Origin.from(failure.getProperty()),
				expected(failure.getTarget().getType().resolve(Object.class)));
	}

	private static @Nullable BindValidationException findValidation(Throwable failure) {
		return (BindValidationException) Stream.iterate(failure, (each) -> each != null, Throwable::getCause)
			.filter(BindValidationException.class::isInstance)
			.findFirst()
			.orElse(null);
	}

	private static String invalid(ObjectError error) {
		String expected = String.valueOf(error.getDefaultMessage());
		if (error instanceof FieldError field) {
			return wrong(error.getObjectName() + "." + DataObjectPropertyName.toDashedForm(field.getField()),
					field.getRejectedValue(), Origin.from(field), expected);
		}
		return error.getObjectName() + " cannot be used: " + expected;
	}

	private static String wrong(String name, @Nullable Object value, @Nullable Origin origin, String expected) {
		return name + " is " + shown(name, value) + ((origin != null) ? " (" + origin + ")" : "") + ", expected: "
				+ expected;
	}

	private static String shown(String name, @Nullable Object value) {
		boolean secret = Stream.of("password", "secret", "key", "token", "uri", "jaas", "credential")
			.anyMatch(name.toLowerCase(Locale.ROOT)::contains);
		return secret ? "wrong" : "'" + value + "'";
	}

	private static String expected(Class<?> type) {
		if (type.isEnum()) {
			return "one of " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
				.collect(Collectors.joining(", "));
		}
		return EXPECTED.getOrDefault(type, "a value that is a " + type.getSimpleName());
	}

}
