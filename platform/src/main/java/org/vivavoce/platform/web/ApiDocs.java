package org.vivavoce.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.security.Caller;

/**
 * What the OpenAPI documents of all services share: the bearer token and the problem
 * responses.
 */
final class ApiDocs implements OpenApiCustomizer {

	private static final Map<String, String> PROBLEMS = Map.of("400", "The request cannot be read", "401",
			"No token, or not a valid one", "403", "The token does not allow this", "404", "Not found", "409",
			"Conflicts with the current state", "412", "If-Match does not hold", "413", "The body is too large", "415",
			"The body is of another media type", "422", "The request is not valid: see errors", "503",
			"A backing service is away: see Retry-After");

	private static final Set<String> WRITE_ONLY = Set.of("409", "412", "413", "422");

	private static final Set<PathItem.HttpMethod> READS = Set.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.HEAD);

	private static final String SCHEMA = "Problem";

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
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
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
		components.addSchemas(SCHEMA, problem());
		this.answers.referenced().forEach((name, schema) -> {
			if (components.getSchemas().get(name) == null) {
				components.addSchemas(name, schema);
			}
		});
		api.setComponents(components);
		if (api.getPaths() != null) {
			api.getPaths()
				.values()
				.stream()
				.flatMap((path) -> path.readOperationsMap().entrySet().stream())
				.forEach((entry) -> addProblems(entry.getValue(), READS.contains(entry.getKey())));
			RequestSchemas.of(api).forEach(ApiDocs::close);
		}
		components.getSchemas().values().forEach(RecordSchemas::clean);
	}

	/**
	 * What may be null may be left out of a request, and what is not named here is
	 * refused.
	 */
	private static void close(Schema<?> schema) {
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

	private static void addProblems(Operation operation, boolean read) {
		PROBLEMS.forEach((status, description) -> {
			boolean fits = status.equals("415") ? operation.getRequestBody() != null
					: !read || !WRITE_ONLY.contains(status);
			if (fits) {
				operation.getResponses()
					.computeIfAbsent(status, (key) -> new ApiResponse().description(description).content(content()));
			}
		});
	}

	private static Content content() {
		return new Content().addMediaType("application/problem+json",
				new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA)));
	}

	private static Schema<?> problem() {
		Schema<?> fault = new ObjectSchema().required(List.of("message"))
			.addProperty("pointer", new StringSchema())
			.addProperty("line", new IntegerSchema())
			.addProperty("message", new StringSchema());
		return new ObjectSchema().description("Problem details, RFC 9457")
			.required(List.of("type", "title", "status"))
			.addProperty("type", new StringSchema().format("uri"))
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("instance", new StringSchema())
			.addProperty("requestId", new StringSchema())
			.addProperty("errors", new ArraySchema().items(fault));
	}

}
