package org.vivavoce.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The AsyncAPI document as it is packaged.
 */
final class AsyncApiDocument {

	/** Here its references to the schemas lead to what their {@code $id} says. */
	private static final String BASE = "https://vivavoce.org/";

	private final JsonNode root = new YAMLMapper().readTree(resource("asyncapi.yaml"));

	private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(registry) -> registry.schemas((id) -> id.startsWith(BASE) ? text(id.substring(BASE.length())) : null));

	private String text(String name) {
		// only this part holds schemas; "id" beside it would be read as a keyword of one
		return name.equals("asyncapi.yaml") ? "{\"components\":" + this.root.get("components") + "}"
				: new String(resource(name), StandardCharsets.UTF_8);
	}

	/**
	 * The part of the document under a pointer; it must be there.
	 */
	JsonNode at(String pointer) {
		JsonNode found = this.root;
		for (String name : pointer.substring(1).split("/")) {
			found = follow(found.path(name));
		}
		if (found.isMissingNode()) {
			throw new AssertionError("asyncapi.yaml has no " + pointer);
		}
		return found;
	}

	private JsonNode follow(JsonNode node) {
		String reference = node.path("$ref").asString("");
		return reference.startsWith("#/") ? at(reference.substring(1)) : node;
	}

	/**
	 * All references, within the document and to files beside it.
	 */
	List<String> references() {
		return this.root.findValuesAsString("$ref");
	}

	JsonNode message(EventType type) {
		return at("/components/messages/" + type.eventName());
	}

	JsonNode example(EventType type) {
		return message(type).at("/examples/0");
	}

	/**
	 * The headers of the example, to be changed.
	 */
	Map<String, String> exampleHeaders(EventType type) {
		Map<String, String> headers = new HashMap<>();
		example(type).get("headers").forEachEntry((name, value) -> headers.put(name, value.stringValue()));
		return headers;
	}

	/**
	 * What is wrong with a value.
	 * @param pointer of the schema in the document
	 */
	List<String> faults(String pointer, JsonNode value) {
		at(pointer);
		return this.schemas.getSchema(SchemaLocation.of(BASE + "asyncapi.yaml#" + pointer))
			.validate(value, (context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)))
			.stream()
			.map(Error::toString)
			.toList();
	}

	List<String> headerFaults(EventType type, Map<String, String> headers) {
		return faults("/components/messages/" + type.eventName() + "/headers", new YAMLMapper().valueToTree(headers));
	}

	static byte[] resource(String name) {
		try (var stream = AsyncApiDocument.class.getResourceAsStream(name)) {
			return Objects.requireNonNull(stream, name).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
