package org.vivavoce.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static com.fasterxml.jackson.annotation.JsonInclude.Include;
import static com.fasterxml.jackson.annotation.JsonInclude.Value;

/**
 * The data of events as JSON, held to the JSON Schema of the event.
 */
final class ContractJson {

	private static final int SHOWN_FAULTS = 5;

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private static final JsonMapper WRITER = MAPPER.rebuild()
		.changeDefaultPropertyInclusion((value) -> Value.construct(Include.NON_NULL, Include.ALWAYS))
		.build();

	private final Class<? extends Event> dataType;

	private final Schema schema;

	ContractJson(EventType type) {
		this.dataType = type.dataType();
		String resource = "schemas/" + type.eventName() + ".v1.json";
		try (var stream = ContractJson.class.getResourceAsStream(resource)) {
			if (stream == null) {
				throw new IllegalStateException("The schema " + resource + " is not on the class path");
			}
			this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(stream, InputFormat.JSON);
			this.schema.initializeValidators();
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	static byte[] write(Event event) {
		return WRITER.writeValueAsBytes(event);
	}

	/**
	 * Read the data of an event.
	 * @throws UnreadableException when it breaks the schema
	 */
	Event read(JsonNode json) {
		List<Error> faults = this.schema.validate(json,
				(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)));
		if (!faults.isEmpty()) {
			throw new UnreadableException(breach(faults.getFirst()),
					faults.stream()
						.map(ContractJson::describe)
						.distinct()
						.limit(SHOWN_FAULTS)
						.collect(Collectors.joining("; ")));
		}
		requireText(json, "");
		try {
			return MAPPER.treeToValue(json, this.dataType);
		}
		catch (JacksonException ex) {
			throw new UnreadableException(Breach.Rule.WRONG_FIELD, ex.getOriginalMessage());
		}
	}

	private static void requireText(JsonNode node, String field) {
		if (node.isString()) {
			Texts.fault(node.stringValue()).ifPresent((fault) -> {
				throw new UnreadableException(Breach.Rule.WRONG_TEXT, "field '" + field + "' " + fault);
			});
		}
		node.properties()
			.forEach((each) -> requireText(each.getValue(),
					field.isEmpty() ? each.getKey() : field + "." + each.getKey()));
		if (node.isArray()) {
			node.forEach((each) -> requireText(each, field));
		}
	}

	/**
	 * The JSON of a record.
	 * @throws UnreadableException when it is none
	 */
	static JsonNode parse(byte[] data) {
		try {
			return MAPPER.readTree(data);
		}
		catch (JacksonException ex) {
			throw new UnreadableException(Breach.Rule.NOT_JSON, "the value is not JSON: " + ex.getOriginalMessage());
		}
	}

	private static String describe(Error fault) {
		String field = fault.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
		if (fault.getProperty() != null) {
			field = field.isEmpty() ? fault.getProperty() : field + "." + fault.getProperty();
		}
		return (field.isEmpty() ? "the value" : "field '" + field + "'") + ": " + fault.getMessage();
	}

	private static Breach breach(Error fault) {
		boolean missing = "required".equals(fault.getKeyword());
		String property = Objects.requireNonNullElse(fault.getProperty(), "");
		String pointer = fault.getInstanceLocation().toString();
		List<String> field = new ArrayList<>(field(fault.getEvaluationPath().toString().split("/")));
		if (!property.isEmpty()) {
			field.add(property);
			pointer += "/" + property.replace("~", "~0").replace("/", "~1");
		}
		return new Breach(missing ? Breach.Rule.MISSING_FIELD : Breach.Rule.WRONG_FIELD, String.join(".", field),
				pointer);
	}

	/**
	 * The field by the names that the schema knows: those in a record may be anybody's.
	 */
	private static List<String> field(String[] path) {
		List<String> field = new ArrayList<>();
		for (int i = 0; i < path.length; i++) {
			switch (path[i]) {
				case "properties" -> field.add(path[++i]);
				case "items", "additionalProperties", "propertyNames" -> field.add("*");
				default -> {
					// keywords that do not lead deeper into the data
				}
			}
		}
		return field;
	}

}
