package org.vivavoce.platform.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds the refusals that a call may meet: those that any may, and those that follow from
 * what it takes. What else there is, a call says itself; all are problem details.
 */
final class ProblemAnswers implements OperationCustomizer {

	/**
	 * The name of the schema that all refusals have.
	 */
	static final String SCHEMA = "Problem";

	private static final Set<String> ALWAYS = Set.of("400", "401", "403", "406", "429", "503");

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		statuses(operation, handler).forEach((status) -> operation.getResponses()
			.computeIfAbsent(status, (key) -> new ApiResponse().description(description(key))));
		operation.getResponses().forEach((status, response) -> {
			if (status.startsWith("4") || status.startsWith("5")) {
				complete(status, response);
			}
		});
		return operation;
	}

	private static Set<String> statuses(Operation operation, HandlerMethod handler) {
		Set<String> statuses = new TreeSet<>(ALWAYS);
		if (has(operation, "path", "")) {
			statuses.add("404");
		}
		if (!handler.hasMethodAnnotation(GetMapping.class)) {
			statuses.add("409");
			if (has(operation, "header", "If-")) {
				statuses.add("412");
			}
		}
		if (operation.getRequestBody() != null) {
			statuses.addAll(Set.of("413", "415", "422"));
		}
		return statuses;
	}

	private static boolean has(Operation operation, String in, String beginning) {
		List<Parameter> parameters = operation.getParameters();
		return parameters != null && parameters.stream()
			.anyMatch((parameter) -> in.equals(parameter.getIn()) && parameter.getName().startsWith(beginning));
	}

	private static void complete(String status, ApiResponse response) {
		response.setContent(new Content().addMediaType("application/problem+json",
				new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA))));
		if (status.equals("401")) {
			response.addHeaderObject(HttpHeaders.WWW_AUTHENTICATE, new Header().schema(new StringSchema()));
		}
		if (Set.of("404", "409", "429", "503").contains(status)) {
			response.addHeaderObject(HttpHeaders.RETRY_AFTER,
					new Header().description("In how many seconds it makes sense to try again")
						.schema(new IntegerSchema().minimum(BigDecimal.ONE)));
		}
	}

	private static String description(String status) {
		return switch (status) {
			case "400" -> "The request cannot be read";
			case "401" -> "No token, or not a valid one";
			case "403" -> "The token does not allow this";
			case "404" -> "Not found";
			case "406" -> "None of the accepted media types can be produced";
			case "409" -> "Conflicts with the current state";
			case "412" -> "If-Match or If-None-Match does not hold";
			case "413" -> "The body is too large";
			case "415" -> "The body is of another media type";
			case "422" -> "The request is not valid: see errors";
			case "429" -> "Too many requests: see Retry-After";
			case "503" -> "A backing service is away: see Retry-After";
			default -> throw new IllegalArgumentException(status);
		};
	}

	/**
	 * Problem details, RFC 9457, as the services answer them.
	 */
	static Schema<?> schema() {
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
