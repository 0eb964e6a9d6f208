package org.vivavoce.platform.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds the schemas of what is sent to a service, with all that they refer to.
 */
final class RequestSchemas {

	private final Components components;

	private final Map<String, Schema<?>> found = new LinkedHashMap<>();

	private RequestSchemas(Components components) {
		this.components = components;
	}

	static Collection<Schema<?>> of(OpenAPI api) {
		RequestSchemas schemas = new RequestSchemas(api.getComponents());
		api.getPaths()
			.values()
			.stream()
			.map(PathItem::readOperations)
			.flatMap(List::stream)
			.filter((operation) -> operation.getRequestBody() != null)
			.flatMap((operation) -> operation.getRequestBody().getContent().values().stream())
			.map(MediaType::getSchema)
			.forEach(schemas::visit);
		return schemas.found.values();
	}

	private void visit(@Nullable Schema<?> schema) {
		if (schema == null) {
			return;
		}
		if (schema.get$ref() != null) {
			String name = schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length());
			Schema<?> model = this.components.getSchemas().get(name);
			if (model != null && this.found.putIfAbsent(name, model) == null) {
				visit(model);
			}
			return;
		}
		visit(schema.getItems());
		Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
			.filter(Objects::nonNull)
			.flatMap(List::stream)
			.forEach(this::visit);
		if (schema.getProperties() != null) {
			schema.getProperties().values().forEach(this::visit);
		}
		if (schema.getAdditionalProperties() instanceof Schema<?> values) {
			visit(values);
		}
	}

}
