package org.vivavoce.platform.openapi;

import java.math.BigDecimal;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.web.method.HandlerMethod;

import org.vivavoce.platform.web.Limits;

/**
 * Says of parameters what holds for them in every service: what an id is and what text
 * is, how long a page may be, and where cursors come from.
 */
final class ParameterBounds implements OperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		if (operation.getParameters() != null) {
			operation.getParameters()
				.stream()
				.filter((parameter) -> parameter.getSchema() != null)
				.forEach(ParameterBounds::bound);
		}
		return operation;
	}

	private static void bound(Parameter parameter) {
		// one schema may serve many parameters
		Schema<?> schema = AnnotationsUtils.clone(parameter.getSchema(), true);
		parameter.setSchema(schema);
		switch (parameter.getIn() + " " + parameter.getName()) {
			case "query limit" -> {
				schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Limits.MAX));
				describe(parameter, "1 to " + Limits.MAX + ", " + Limits.DEFAULT + " when left out");
			}
			case "query cursor" -> {
				schema.setPattern(Patterns.CURSOR);
				describe(parameter, "`next` of the page before");
			}
			case "header Idempotency-Key" -> {
				schema.setPattern(Patterns.ID);
				describe(parameter, "The same key and body again gives the first answer, another body 409");
			}
			case "header If-Match" -> describe(parameter, "An ETag: 412 when what is there has another one");
			case "header If-None-Match" -> describe(parameter, "`*`: 412 when it is there already");
			default -> {
				if (parameter.getIn().equals("path") && schema.getPattern() == null && schema.getEnum() == null) {
					schema.setPattern(Patterns.ID);
				}
				Schemas.visit(schema, ParameterBounds::portable);
				if ("date-time".equals(schema.getFormat())) {
					schema.setPattern(Patterns.SINCE_1970);
				}
				if (!parameter.getIn().equals("header")) {
					Schemas.visit(schema, Schemas::restrictText);
				}
			}
		}
	}

	private static void portable(Schema<?> schema) {
		if (schema.getPattern() != null) {
			schema.setPattern(Patterns.portable(schema.getPattern()));
		}
	}

	private static void describe(Parameter parameter, String description) {
		if (parameter.getDescription() == null || parameter.getDescription().isBlank()) {
			parameter.setDescription(description);
		}
	}

}
