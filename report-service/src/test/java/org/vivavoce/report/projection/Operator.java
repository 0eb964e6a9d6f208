package org.vivavoce.report.projection;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.awaitility.Awaitility;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.report.Service;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rebuilds scorecards, and looks into the collections.
 */
final class Operator {

	static final String PROJECTION = "/api/v1/projections/scorecards";

	private final Service service;

	private final ReactiveMongoDatabaseFactory databases;

	Operator(Service service, ReactiveMongoDatabaseFactory databases) {
		this.service = service;
		this.databases = databases;
	}

	JsonNode status() {
		return this.service.get(admin(), PROJECTION);
	}

	int live() {
		return status().get("generation").asInt();
	}

	JsonNode rebuild() {
		return status().get("rebuild");
	}

	String state() {
		return rebuild().get("state").asString();
	}

	/**
	 * Start a rebuild; its number.
	 */
	int start(String swap) {
		post("/rebuild", "{\"swap\":\"" + swap + "\"}").expectStatus().isAccepted().expectBody(String.class);
		return rebuild().get("generation").asInt();
	}

	void order(String what) {
		post("/rebuild/" + what, null).expectStatus().isOk().expectBody(String.class);
	}

	WebTestClient.ResponseSpec post(String path, @org.jspecify.annotations.Nullable String body) {
		WebTestClient.RequestBodySpec request = admin().post()
			.uri(PROJECTION + path)
			.contentType(org.springframework.http.MediaType.APPLICATION_JSON);
		return ((body != null) ? request.bodyValue(body) : request).exchange();
	}

	void awaitLive(int generation) {
		await().untilAsserted(() -> assertThat(live()).isEqualTo(generation));
	}

	void awaitCompared() {
		await().untilAsserted(() -> assertThat(rebuild().has("compared")).isTrue());
	}

	void awaitNoLag() {
		await().untilAsserted(() -> assertThat(status().get("lag").asLong()).isZero());
	}

	/**
	 * The states of a collection as they are stored.
	 */
	Map<String, BsonValue> states(String collection) {
		Map<String, BsonValue> states = new TreeMap<>();
		Flux.from(this.databases.getMongoDatabase()
			.blockOptional()
			.orElseThrow()
			.getCollection(collection, RawBsonDocument.class)
			.find()
			.sort(new Document("_id", 1)))
			.toIterable()
			.forEach((document) -> states.put(document.getString("_id").getValue(), document.get("state")));
		return states;
	}

	static org.awaitility.core.ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60));
	}

	private WebTestClient admin() {
		return this.service.as("root", "admin");
	}

}
