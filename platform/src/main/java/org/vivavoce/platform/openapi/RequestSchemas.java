package org.vivavoce.platform.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;

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
			.forEach((schema) -> Schemas.visit(schema, schemas::follow));
		return schemas.found.values();
	}

	private void follow(Schema<?> schema) {
		if (schema.get$ref() == null) {
			return;
		}
		String name = schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length());
		Schema<?> model = this.components.getSchemas().get(name);
		if (model != null && this.found.putIfAbsent(name, model) == null) {
			Schemas.visit(model, this::follow);
		}
	}

}
