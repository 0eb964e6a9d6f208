package org.vivavoce.platform.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.web.EventDocs;

/**
 * Names the service and its token, adds the schemas that no method refers to, and closes
 * those of requests.
 */
final class ApiDocs implements OpenApiCustomizer {

	/**
	 * Swagger UI shows it on top of each service's operations.
	 */
	private static final String DESCRIPTION = "The events that the services read and write are described by "
			+ "[asyncapi.yaml](" + EventDocs.ASYNC_API + ") (AsyncAPI 3.0), their data by JSON Schemas: "
			+ Arrays.stream(EventType.values())
				.map(EventType::eventName)
				.map((event) -> "[%s](/docs/schemas/%s.v1.json)".formatted(event, event))
				.collect(Collectors.joining(", "))
			+ ".";

	private final String service;

	private final AnswerSchemas answers;

	ApiDocs(String service, AnswerSchemas answers) {
		this.service = service;
		this.answers = answers;
	}

	@Override
	public void customise(OpenAPI api) {
		api.setInfo(new Info().title("Viva Voce " + this.service)
			.description(DESCRIPTION)
			.version("v1")
			.license(new License().name("Apache-2.0").identifier("Apache-2.0")));
		api.addSecurityItem(new SecurityRequirement().addList("bearer"));
		Components components = (api.getComponents() != null) ? api.getComponents() : new Components();
		components.addSecuritySchemes("bearer",
				new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"));
		components.addSchemas(ProblemAnswers.SCHEMA, ProblemAnswers.schema());
		this.answers.referenced().forEach((name, schema) -> {
			if (components.getSchemas().get(name) == null) {
				components.addSchemas(name, schema);
			}
		});
		api.setComponents(components);
		if (api.getPaths() != null) {
			RequestSchemas.of(api).forEach(ApiDocs::close);
			api.getPaths()
				.values()
				.stream()
				.flatMap((path) -> path.readOperations().stream())
				.map(Operation::getRequestBody)
				.filter((body) -> body != null && !Boolean.TRUE.equals(body.getRequired()))
				.forEach(ApiDocs::allowNull);
		}
		components.getSchemas().values().forEach(RecordSchemas::clean);
	}

	/**
	 * A body that may be left out may be null.
	 */
	private static void allowNull(RequestBody body) {
		MediaType json = body.getContent().get(org.springframework.http.MediaType.APPLICATION_JSON_VALUE);
		if (json != null) {
			json.setSchema(RecordSchemas.orNull(json.getSchema()));
		}
	}

	/**
	 * What may be null may be left out of a request, and what is not named here is
	 * refused.
	 */
	private static void close(Schema<?> schema) {
		Schemas.visit(schema, Schemas::restrictText);
		if (schema.getProperties() == null) {
			return;
		}
		if (schema.getRequired() != null) {
			List<String> required = schema.getRequired()
				.stream()
				.filter((name) -> !RecordSchemas.optional(schema).contains(name))
				.toList();
			schema.setRequired(required.isEmpty() ? null : required);
		}
		if (schema.getAdditionalProperties() == null) {
			schema.setAdditionalProperties(false);
		}
	}

}
