package org.vivavoce.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The OpenAPI document of a service, and what is wrong with it. Each fault names the
 * call.
 */
public final class OpenApiDocument {

	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Before one is read.
	 */
	public static final OpenApiDocument EMPTY = new OpenApiDocument(JSON.createObjectNode());

	private final JsonNode document;

	private OpenApiDocument(JsonNode document) {
		this.document = document;
	}

	/**
	 * Read it from a running service.
	 * @param service for example {@code report-service}
	 */
	public static OpenApiDocument of(String service, int port) {
		byte[] json = WebTestClient.bindToServer()
			.responseTimeout(Duration.ofSeconds(30))
			.baseUrl("http://localhost:" + port)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(-1))
			.build()
			.get()
			.uri("/docs/" + service + ".json")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		return new OpenApiDocument(JSON.readTree(new String(Objects.requireNonNull(json), StandardCharsets.UTF_8)));
	}

	private record Call(String name, JsonNode operation) {

	}

	private record Content(String place, JsonNode content) {

	}

	private List<Call> calls() {
		List<Call> calls = new ArrayList<>();
		this.document.path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.forEach((method) -> calls.add(new Call(method.getKey() + " " + path.getKey(), method.getValue()))));
		return calls;
	}

	private List<Content> contents() {
		List<Content> contents = new ArrayList<>();
		for (Call call : calls()) {
			add(contents, call.name() + " request", call.operation().path("requestBody"));
			call.operation()
				.path("responses")
				.properties()
				.forEach((response) -> add(contents, call.name() + " " + response.getKey(), response.getValue()));
		}
		return contents;
	}

	private static void add(List<Content> contents, String place, JsonNode holder) {
		holder.path("content")
			.properties()
			.forEach((each) -> contents.add(new Content(place + " " + each.getKey(), each.getValue())));
	}

	/**
	 * Calls without an id, or with one that the generator had to make up.
	 */
	public List<String> callsWithoutAnIdOfTheirOwn() {
		List<String> ids = calls().stream().map((call) -> call.operation().path("operationId").asString("")).toList();
		return calls().stream().filter((call) -> {
			String id = call.operation().path("operationId").asString("");
			return !id.matches("[a-z]+[A-Z][a-zA-Z]+") || ids.indexOf(id) != ids.lastIndexOf(id);
		}).map(Call::name).toList();
	}

	/**
	 * Parameters, requests and answers that do not say what they hold.
	 */
	public List<String> placesWithoutASchema() {
		List<String> places = new ArrayList<>();
		contents().stream()
			.filter((content) -> !content.content().has("schema"))
			.map(Content::place)
			.forEach(places::add);
		calls().forEach((call) -> call.operation().path("parameters").forEach((parameter) -> {
			if (!parameter.has("schema")) {
				places.add(call.name() + " parameter " + parameter.path("name").asString());
			}
		}));
		return places;
	}

	/**
	 * Schemas of answers that do not say which of their fields are there. Of a request
	 * everything may be left out.
	 */
	public List<String> schemasWithoutRequiredFields() {
		Set<String> sent = new HashSet<>();
		contents().stream()
			.filter((content) -> content.place().contains(" request "))
			.forEach((content) -> collect(content.content(), sent));
		return this.document.path("components")
			.path("schemas")
			.properties()
			.stream()
			.filter((schema) -> !sent.contains(schema.getKey()))
			.filter((schema) -> schema.getValue().has("properties") && !schema.getValue().has("required")
					&& !schema.getValue().has("minProperties"))
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * The names of the schemas that something refers to.
	 */
	private void collect(JsonNode node, Set<String> names) {
		String reference = node.path("$ref").asString("");
		String name = reference.substring(reference.lastIndexOf('/') + 1);
		if (!name.isEmpty() && names.add(name)) {
			collect(this.document.path("components").path("schemas").path(name), names);
		}
		node.forEach((child) -> collect(child, names));
	}

	/**
	 * Examples that are not as the schema says.
	 */
	public List<String> wrongExamples() {
		List<String> wrong = new ArrayList<>();
		for (Content content : contents()) {
			if (!content.place().contains("json")) {
				continue;
			}
			Schema schema = schema(content.content().path("schema"));
			List<JsonNode> examples = new ArrayList<>();
			if (content.content().has("example")) {
				examples.add(content.content().get("example"));
			}
			content.content().path("examples").forEach((each) -> examples.add(each.path("value")));
			for (JsonNode example : examples) {
				JsonNode value = example.isString() ? JSON.readTree(example.stringValue()) : example;
				schema.validate(value).forEach((fault) -> wrong.add(content.place() + ": " + fault));
			}
		}
		return wrong;
	}

	private Schema schema(JsonNode schema) {
		ObjectNode whole = schema.deepCopy().asObject();
		whole.set("components", this.document.path("components"));
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
	}

}
