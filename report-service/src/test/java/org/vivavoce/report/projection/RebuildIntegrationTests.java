package org.vivavoce.report.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.test.context.TestPropertySource;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Level;
import org.vivavoce.platform.projection.ProjectionContainers;
import org.vivavoce.report.ReportServiceTest;
import org.vivavoce.report.Service;
import org.vivavoce.report.scorecard.History;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
// a service of its own: others expect the first generation
@TestPropertySource(properties = "vivavoce.rebuild.max-lag=0")
class RebuildIntegrationTests {

	@Autowired
	private Service service;

	@Autowired
	private TestTopics topics;

	@Autowired
	private ReactiveMongoDatabaseFactory databases;

	@Autowired
	private ProjectionContainers containers;

	private Operator operator;

	@Autowired
	void operator(Service service, ReactiveMongoDatabaseFactory databases) {
		this.operator = new Operator(service, databases);
	}

	@BeforeEach
	void quiet() {
		this.operator.awaitNoLag();
	}

	@Test
	void whatIsRebuiltWhileEventsFlowIsByteIdenticalAndReadsNeverSeeItHalf() {
		long seed = System.nanoTime();
		List<Envelope> events = history("rb-a", new SplittableRandom(seed));
		int part = events.size() / 2;
		events.subList(0, part).forEach(this.topics::send);
		this.service.sendAndAwait(complete("rb-read"));
		AtomicBoolean rebuilt = new AtomicBoolean();
		CompletableFuture<Integer> reads = CompletableFuture.supplyAsync(() -> readUntil(rebuilt));
		int before = this.operator.live();
		int generation = this.operator.start("auto");
		events.subList(part, events.size()).forEach(this.topics::send);
		this.operator.awaitLive(generation);
		rebuilt.set(true);
		assertThat(reads.join()).isPositive();
		this.operator.awaitNoLag();
		JsonNode status = this.operator.status();
		assertThat(status.get("rebuild").get("state").asString()).isEqualTo("swapped");
		assertThat(status.get("rebuild").get("compared").get("different").asInt()).isZero();
		assertThat(status.get("previous").get("generation").asInt()).isEqualTo(before);
		Operator.await()
			.untilAsserted(() -> assertThat(this.operator.states(collection(generation))).as("seed " + seed)
				.isEqualTo(this.operator.states(collection(before)))
				.containsKeys("rb-a-0", "rb-a-19"));
	}

	@Test
	void aDifferenceWaitsForSomebodyToDecide() {
		this.service.sendAndAwait(complete("rb-broken"));
		int live = this.operator.live();
		Mono.from(this.databases.getMongoDatabase()
			.blockOptional()
			.orElseThrow()
			.getCollection(collection(live))
			.updateOne(new Document("_id", "rb-broken"), Updates.set("state.card.interviews", List.of()))).block();
		int generation = this.operator.start("auto");
		this.operator.awaitCompared();
		JsonNode rebuild = this.operator.rebuild();
		assertThat(rebuild.get("state").asString()).isEqualTo("caught-up");
		assertThat(rebuild.get("folded").asLong()).isEqualTo(rebuild.get("total").asLong()).isPositive();
		assertThat(rebuild.get("rate").asDouble()).isPositive();
		assertThat(rebuild.get("secondsLeft").asLong()).isZero();
		assertThat(rebuild.get("compared").get("different").asInt()).isEqualTo(1);
		assertThat(rebuild.get("compared").get("differing").get(0).asString()).isEqualTo("rb-broken");
		assertThat(this.operator.live()).isEqualTo(live);
		this.operator.post("/rebuild", null).expectStatus().isEqualTo(409).expectBody(String.class);
		this.operator.order("swap");
		assertThat(this.operator.live()).isEqualTo(generation);
		assertThat(this.service.get(this.service.recruiter(), "/api/v1/scorecards/rb-broken"))
			.isEqualTo(this.service.expected(complete("rb-broken")));
		this.operator.order("discard");
	}

	@Test
	void whoWasForgottenStaysSoAlsoWhenTheTombstoneIsGoneFromTheTopic() {
		this.service.sendAndAwait(complete("rb-gone"));
		this.service.send(complete("rb-gone").forgotten());
		// as after compaction: the scorecard knows, the topic does not
		int live = this.operator.live();
		Mono.from(this.databases.getMongoDatabase()
			.blockOptional()
			.orElseThrow()
			.getCollection(collection(live))
			.insertOne(forgotten("rb-compacted"))).block();
		this.service.send(complete("rb-compacted"));
		this.operator.awaitNoLag();
		int generation = this.operator.start("auto");
		this.operator.awaitLive(generation);
		for (String candidate : List.of("rb-gone", "rb-compacted")) {
			assertThat(String.valueOf(this.operator.states(collection(generation)).get(candidate)))
				.contains("forgottenAt")
				.doesNotContain("Django");
			this.service.recruiter()
				.get()
				.uri("/api/v1/scorecards/{id}", candidate)
				.exchange()
				.expectStatus()
				.isNotFound()
				.expectBody(String.class);
		}
	}

	@Test
	void aRebuildThatIsCancelledLeavesNothing() {
		int live = this.operator.live();
		int generation = this.operator.start("manual");
		this.operator.awaitCompared();
		this.operator.order("cancel");
		assertThat(this.operator.state()).isEqualTo("cancelled");
		assertThat(this.operator.live()).isEqualTo(live);
		Operator.await().untilAsserted(() -> assertThat(collections()).doesNotContain(collection(generation)));
		// they go behind the collection
		Operator.await()
			.untilAsserted(() -> assertThat(this.operator.states("projection-offsets").keySet())
				.noneMatch((id) -> id.startsWith("scorecards@" + generation + ":")));
		this.operator.post("/rebuild/cancel", null).expectStatus().isEqualTo(409).expectBody(String.class);
	}

	@Test
	void afterRollingBackThePreviousGenerationIsReadAndHasMissedNothing() {
		int before = this.operator.live();
		int generation = this.operator.start("auto");
		this.operator.awaitLive(generation);
		this.service.sendAndAwait(complete("rb-between"));
		Operator.await()
			.untilAsserted(() -> assertThat(this.operator.status().get("previous").get("lag").asLong()).isZero());
		this.operator.order("roll-back");
		assertThat(this.operator.live()).isEqualTo(before);
		assertThat(this.operator.state()).isEqualTo("rolled-back");
		assertThat(this.service.get(this.service.recruiter(), "/api/v1/scorecards/rb-between"))
			.isEqualTo(this.service.expected(complete("rb-between")));
		this.operator.order("discard");
		this.operator.post("/rebuild/roll-back", null).expectStatus().isEqualTo(409).expectBody(String.class);
		Operator.await().untilAsserted(() -> assertThat(collections()).doesNotContain(collection(generation)));
	}

	@Test
	void aRebuildGoesOnWhereItsConsumersEnded() {
		this.service.sendAndAwait(complete("rb-restart"));
		this.containers.stop();
		int generation;
		try {
			generation = this.operator.start("auto");
			this.topics.send(complete("rb-restart").events().getFirst());
			assertThat(this.operator.state()).isEqualTo("building");
		}
		finally {
			this.containers.start();
		}
		this.operator.awaitLive(generation);
		this.operator.awaitNoLag();
	}

	@Test
	void onlyAdministratorsRebuild() {
		for (String path : List.of("/rebuild", "/rebuild/swap", "/rebuild/roll-back", "/rebuild/cancel",
				"/rebuild/discard", "/publications")) {
			this.service.recruiter()
				.post()
				.uri(Operator.PROJECTION + path)
				.exchange()
				.expectStatus()
				.isForbidden()
				.expectBody(String.class);
		}
		this.operator.post("/rebuild", "{\"swap\":\"later\"}").expectStatus().isEqualTo(422).expectBody(String.class);
	}

	private int readUntil(AtomicBoolean rebuilt) {
		int reads = 0;
		while (!rebuilt.get()) {
			assertThat(this.service.get(this.service.recruiter(), "/api/v1/scorecards/rb-read"))
				.isEqualTo(this.service.expected(complete("rb-read")));
			reads++;
		}
		return reads;
	}

	private List<String> collections() {
		return Flux.from(this.databases.getMongoDatabase().blockOptional().orElseThrow().listCollectionNames())
			.collectList()
			.blockOptional()
			.orElseThrow();
	}

	private static String collection(int generation) {
		return org.vivavoce.report.generation.GenerationName.collection(generation);
	}

	private static Document forgotten(String candidate) {
		Document card = new Document("candidateId", candidate).append("forgottenAt", "2026-06-01T00:00:00.000000Z")
			.append("interviews", List.of());
		return new Document("_id", candidate).append("guard", 1L).append("state", new Document("card", card));
	}

	/**
	 * Some events of twenty candidates, mixed, some of them twice.
	 */
	private static List<Envelope> history(String prefix, SplittableRandom random) {
		List<Envelope> events = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			List<Envelope> published = new ArrayList<>(complete(prefix + "-" + i).profiled("Name " + i)
				.revision(2)
				.scored("iv", "q", "ann", 1 + random.nextInt(4))
				.events());
			if (random.nextInt(4) == 0) {
				published.addAll(History.of(prefix + "-" + i).at(3).id("forgotten").forgotten().events());
			}
			published.add(published.get(random.nextInt(published.size())));
			events.addAll(published);
		}
		for (int i = events.size() - 1; i > 0; i--) {
			java.util.Collections.swap(events, i, random.nextInt(i + 1));
		}
		return events;
	}

	private static History complete(String candidate) {
		return History.of(candidate).opened("iv").served("iv", "q", Level.MID).scored("iv", "q", "ann", 3).closed("iv");
	}

}
