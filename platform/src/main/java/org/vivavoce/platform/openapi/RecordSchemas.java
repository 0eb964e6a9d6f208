package org.vivavoce.platform.openapi;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says of each field of a record whether it is always there, and whether it may be null:
 * as {@code @Nullable} and {@code @JsonInclude} say it to the compiler and to Jackson, so
 * that it need not be said once more.
 */
final class RecordSchemas implements ModelConverter {

	private static final String NULL = "null";

	private static final String OPTIONAL = "x-optional-in-requests";

	@Override
	public @Nullable Schema<?> resolve(io.swagger.v3.core.converter.AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
		if (schema != null && raw.isRecord()) {
			Schema<?> model = model(schema, context);
			if (model != null && model.getProperties() != null) {
				describe(model, raw, context);
				ignored(model, raw);
			}
		}
		return schema;
	}

	private static void describe(Schema<?> model, Class<?> raw, ModelConverterContext context) {
		for (RecordComponent component : raw.getRecordComponents()) {
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
				unwrap(model, component, context);
			}
			else {
				describe(model, component);
			}
		}
	}

	/**
	 * Take over all fields of what is unwrapped: the generator forgets some.
	 */
	private static void unwrap(Schema<?> model, RecordComponent component, ModelConverterContext context) {
		Schema<?> unwrapped = model(
				context.resolve(
						new io.swagger.v3.core.converter.AnnotatedType(component.getGenericType()).resolveAsRef(true)),
				context);
		if (unwrapped != null && unwrapped.getProperties() != null) {
			unwrapped.getProperties().forEach(model::addProperty);
			require(model, (unwrapped.getRequired() != null) ? unwrapped.getRequired() : List.of());
		}
	}

	private static void require(Schema<?> model, List<String> names) {
		Set<String> required = new LinkedHashSet<>((model.getRequired() != null) ? model.getRequired() : List.of());
		required.addAll(names);
		model.setRequired(new ArrayList<>(required));
	}

	private static @Nullable Schema<?> model(@Nullable Schema<?> schema, ModelConverterContext context) {
		return (schema != null && schema.get$ref() != null)
				? context.getDefinedModels().get(schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length()))
				: schema;
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
		constrain(property, component);
		boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !isNeeded(component);
		boolean leftOut = nullable && isLeftOut(component);
		if (nullable && !leftOut) {
			properties.put(name, isAnything(component) ? new Schema<>() : orNull(property));
			optional(model).add(name);
		}
		if (!leftOut) {
			require(model, List.of(name));
		}
	}

	private static void constrain(Schema<?> property, RecordComponent component) {
		if (Schemas.is(property, "string") && property.getEnum() == null) {
			Constraints.text(property, component.getAccessor());
		}
		if (!(component.getAnnotatedType() instanceof AnnotatedParameterizedType type)) {
			return;
		}
		AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
		if (property.getItems() != null && Schemas.is(property.getItems(), "string")) {
			Constraints.text(property.getItems(), arguments[0]);
		}
		if (property.getAdditionalProperties() instanceof Schema<?> values && arguments.length == 2) {
			Constraints.map(property, component.getAccessor());
			Schema<?> names = new Schema<>();
			Constraints.text(names, arguments[0]);
			if (names.getPattern() != null) {
				property.setPropertyNames(names);
			}
			if (Schemas.is(values, "string")) {
				Constraints.text(values, arguments[1]);
			}
		}
	}

	/**
	 * What is not looked at may be sent back all the same.
	 */
	private static void ignored(Schema<?> model, Class<?> raw) {
		JsonIgnoreProperties ignored = raw.getAnnotation(JsonIgnoreProperties.class);
		if (ignored != null) {
			for (String name : ignored.value()) {
				model.addProperty(name, new Schema<>().description("Is not looked at"));
			}
		}
	}

	/**
	 * Whether a field that may be null to the compiler, because a rule of the business
	 * asks for it, has to be there all the same.
	 */
	private static boolean isNeeded(RecordComponent component) {
		var declared = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
		return declared != null && declared.requiredMode() == RequiredMode.REQUIRED;
	}

	private static boolean isAnything(RecordComponent component) {
		return component.getType() == JsonNode.class
				&& !component.getAccessor().isAnnotationPresent(io.swagger.v3.oas.annotations.media.Schema.class);
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
	static Schema<?> orNull(Schema<?> property) {
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
