package org.vivavoce.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The AsyncAPI document of a running pipeline, and the schemas that it refers to, as
 * anybody gets them.
 */
final class EventDescription {

	/** Here its references lead to the schemas' ids. */
	private static final String BASE = "https://vivavoce.org/";

	private final HttpClient http;

	private final String address;

	private final JsonNode root;

	private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(registry) -> registry.schemas(this::schema));

	EventDescription(HttpClient http, String address) {
		this.http = http;
		this.address = address;
		this.root = new YAMLMapper().readTree(get("asyncapi.yaml"));
	}

	private String get(String path) {
		try {
			HttpResponse<String> response = this.http.send(
					HttpRequest.newBuilder(URI.create(this.address + "/docs/" + path)).build(),
					BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new AssertionError("/docs/" + path + " answers " + response.statusCode());
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Of the document only the part that holds schemas: "id" beside it would be read as a
	 * keyword of one.
	 */
	private String schema(String id) {
		String path = id.substring(BASE.length());
		return path.equals("asyncapi.yaml") ? "{\"components\":" + this.root.get("components") + "}" : get(path);
	}

	Set<String> channels() {
		return Set.copyOf(this.root.get("channels").propertyNames());
	}

	/**
	 * A part of the document, through its references.
	 */
	JsonNode at(String pointer) {
		JsonNode found = this.root;
		for (String name : pointer.substring(1).split("/")) {
			JsonNode next = found.path(name);
			String reference = next.path("$ref").asString("");
			found = reference.startsWith("#") ? at(reference.substring(1)) : next;
		}
		return found;
	}

	/**
	 * Which service writes events of its own to which topic, as "service topic".
	 */
	Set<String> producers() {
		return this.root.get("operations")
			.valueStream()
			.filter((operation) -> operation.get("action").stringValue().equals("send"))
			.filter((operation) -> !operation.get("tags").toString().contains("\"dead-letters\""))
			.map((operation) -> operation.at("/tags/0/name").stringValue() + " "
					+ operation.at("/channel/$ref").stringValue().substring("#/channels/".length()))
			.collect(Collectors.toSet());
	}

	/**
	 * The topics that a consumer group reads.
	 */
	Set<String> readBy(String group) {
		return this.root.get("operations")
			.valueStream()
			.filter((operation) -> group
				.equals(at(operation.at("/bindings/$ref").stringValue().substring(1)).at("/kafka/groupId/const")
					.asString("")))
			.map((operation) -> operation.at("/channel/$ref").stringValue().substring("#/channels/".length()))
			.collect(Collectors.toSet());
	}

	/**
	 * What is wrong with a value.
	 * @param pointer of the schema
	 */
	List<String> faults(String pointer, JsonNode value) {
		return this.schemas.getSchema(SchemaLocation.of(BASE + "asyncapi.yaml#" + pointer))
			.validate(value, (context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)))
			.stream()
			.map(Error::toString)
			.toList();
	}

}
