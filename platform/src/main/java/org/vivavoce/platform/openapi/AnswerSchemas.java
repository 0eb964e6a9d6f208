package org.vivavoce.platform.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.reactivestreams.Publisher;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/**
 * Gives each answer that has examples only the schema of what its method returns.
 */
final class AnswerSchemas implements OperationCustomizer {

	private final Map<String, Schema<?>> referenced = new ConcurrentHashMap<>();

	/**
	 * The schemas that answers refer to, by name.
	 */
	Map<String, Schema<?>> referenced() {
		return this.referenced;
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		operation.getResponses().forEach((status, response) -> {
			if (status.startsWith("2")) {
				complete(response, handler);
			}
		});
		return operation;
	}

	private void complete(ApiResponse response, HandlerMethod handler) {
		if (response.getContent() == null) {
			return;
		}
		for (MediaType content : response.getContent().values()) {
			if (content.getSchema() == null) {
				Type returned = unwrapped(handler.getReturnType().getGenericParameterType());
				ResolvedSchema resolved = ModelConverters.getInstance(true)
					.resolveAsResolvedSchema(new AnnotatedType(returned).resolveAsRef(true));
				resolved.referencedSchemas.forEach(this.referenced::put);
				content.setSchema(resolved.schema);
			}
		}
	}

	/**
	 * What is inside of a {@code Mono<ResponseEntity<…>>}.
	 */
	private static Type unwrapped(Type type) {
		if (type instanceof ParameterizedType parameterized && parameterized.getRawType() instanceof Class<?> raw
				&& (Publisher.class.isAssignableFrom(raw) || raw == ResponseEntity.class)) {
			return unwrapped(parameterized.getActualTypeArguments()[0]);
		}
		return (type instanceof WildcardType wildcard) ? wildcard.getUpperBounds()[0] : type;
	}

}
