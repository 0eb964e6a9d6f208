package org.vivavoce.platform.openapi;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Schemas and what is in them.
 */
final class Schemas {

	private Schemas() {
	}

	/**
	 * Visit a schema and all that it consists of, but for what it refers to.
	 */
	static void visit(@Nullable Schema<?> schema, Consumer<Schema<?>> visitor) {
		if (schema == null) {
			return;
		}
		visitor.accept(schema);
		visit(schema.getItems(), visitor);
		Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
			.filter(Objects::nonNull)
			.flatMap(List::stream)
			.forEach((each) -> visit(each, visitor));
		if (schema.getProperties() != null) {
			schema.getProperties().values().forEach((each) -> visit(each, visitor));
		}
		if (schema.getAdditionalProperties() instanceof Schema<?> values) {
			visit(values, visitor);
		}
	}

	static boolean is(Schema<?> schema, String type) {
		return type.equals(schema.getType()) || (schema.getTypes() != null && schema.getTypes().contains(type));
	}

	/**
	 * A text that nothing else holds to something is text all the same.
	 */
	static void restrictText(Schema<?> schema) {
		if (is(schema, "string") && schema.getEnum() == null && schema.getFormat() == null
				&& schema.getPattern() == null) {
			schema.setPattern(Patterns.TEXT);
		}
	}

}
