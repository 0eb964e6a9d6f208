package org.vivavoce.platform.web;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Says of each field of a record whether it is always there, and whether it may be null:
 * as {@code @Nullable} and {@code @JsonInclude} say it to the compiler and to Jackson, so
 * that it need not be said once more.
 */
final class RecordSchemas implements ModelConverter {

	private static final String NULL = "null";

	private static final String OPTIONAL = "x-optional-in-requests";

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
		if (schema != null && raw.isRecord()) {
			Schema<?> model = (schema.get$ref() != null) ? context.getDefinedModels()
				.get(schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length())) : schema;
			if (model != null && model.getProperties() != null) {
				describe(model, raw);
			}
		}
		return schema;
	}

	private static void describe(Schema<?> model, Class<?> raw) {
		for (RecordComponent component : raw.getRecordComponents()) {
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
				describe(model, component.getType());
			}
			else {
				describe(model, component);
			}
		}
	}

	@SuppressWarnings("rawtypes")
	private static void describe(Schema<?> model, RecordComponent component) {
		Map<String, Schema> properties = model.getProperties();
		String name = name(component);
		Schema<?> property = properties.get(name);
		if (property == null) {
			return;
		}
		if (property.getItems() != null && component.getAnnotatedType() instanceof AnnotatedParameterizedType list
				&& list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class)) {
			property.setItems(orNull(property.getItems()));
		}
		boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
		boolean leftOut = nullable && isLeftOut(component);
		if (nullable && !leftOut) {
			properties.put(name, orNull(property));
			optional(model).add(name);
		}
		if (!leftOut) {
			Set<String> required = new LinkedHashSet<>((model.getRequired() != null) ? model.getRequired() : List.of());
			required.add(name);
			model.setRequired(new ArrayList<>(required));
		}
	}

	private static String name(RecordComponent component) {
		JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
		return (named != null && !named.value().isEmpty()) ? named.value() : component.getName();
	}

	private static boolean isLeftOut(RecordComponent component) {
		JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
		JsonInclude ofAll = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
		JsonInclude include = (own != null) ? own : ofAll;
		return include != null && include.value() == JsonInclude.Include.NON_NULL;
	}

	/**
	 * The fields that a request may leave out, because they may be null.
	 */
	@SuppressWarnings("unchecked")
	static Set<String> optional(Schema<?> model) {
		Object known = (model.getExtensions() != null) ? model.getExtensions().get(OPTIONAL) : null;
		Set<String> optional = (known != null) ? (Set<String>) known : new LinkedHashSet<>();
		model.addExtension(OPTIONAL, optional);
		return optional;
	}

	/**
	 * Take away what only this service needs to know.
	 */
	static void clean(Schema<?> model) {
		if (model.getExtensions() != null) {
			model.getExtensions().remove(OPTIONAL);
		}
	}

	static boolean mayBeNull(Schema<?> schema) {
		return schema.getTypes() != null && schema.getTypes().contains(NULL)
				|| schema.getAnyOf() != null && schema.getAnyOf().stream().anyMatch(RecordSchemas::mayBeNull);
	}

	@SuppressWarnings("unchecked")
	private static Schema<?> orNull(Schema<?> property) {
		if (mayBeNull(property)) {
			return property;
		}
		if (property.get$ref() == null && property.getTypes() != null) {
			property.addType(NULL);
			if (property.getEnum() != null) {
				((List<@Nullable Object>) property.getEnum()).add(null);
			}
			return property;
		}
		Schema<?> nothing = new Schema<>();
		nothing.addType(NULL);
		Schema<?> either = new Schema<>();
		either.setDescription(property.getDescription());
		property.setDescription(null);
		either.setAnyOf(List.of(property, nothing));
		return either;
	}

}
