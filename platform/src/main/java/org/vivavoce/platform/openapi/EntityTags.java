package org.vivavoce.platform.openapi;

import java.util.List;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Says of each read of a single resource that its answer has an ETag, and that
 * If-None-Match may be answered by 304.
 */
final class EntityTags implements OperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		ApiResponse found = operation.getResponses().get("200");
		if (found == null || !handler.hasMethodAnnotation(GetMapping.class)
				|| !handler.getMethod().getGenericReturnType().getTypeName().contains("ResponseEntity")) {
			return operation;
		}
		found.addHeaderObject(HttpHeaders.ETAG, new Header().schema(new StringSchema()));
		List<Parameter> parameters = operation.getParameters();
		if (parameters == null
				|| parameters.stream().noneMatch((each) -> HttpHeaders.IF_NONE_MATCH.equals(each.getName()))) {
			operation.addParametersItem(new HeaderParameter().name(HttpHeaders.IF_NONE_MATCH)
				.description("ETags: 304 when what is there has one of them")
				.schema(new StringSchema()));
		}
		operation.getResponses()
			.computeIfAbsent("304", (status) -> new ApiResponse().description("It is what If-None-Match names"));
		return operation;
	}

}
