package org.vivavoce.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.Ports;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Standalone is killed while the scorecards are rebuilt.
 */
class RebuildKillSystemTests {

	private static final int CANDIDATES = 30;

	private static final Duration SOON = Duration.ofSeconds(60);

	@Test
	void aRebuildGoesOnAfterAKillAndGivesTheSameScorecards(@TempDir Path directory) {
		Ports ports = Ports.free();
		Map<String, JsonNode> before;
		try (StandaloneProcess pipeline = StandaloneProcess.start(directory.resolve("data"), ports)) {
			plan(pipeline.as("recruiter"));
			awaitNoLag(pipeline);
			before = scorecards(pipeline);
			pipeline.as("admin").post("/projections/scorecards/rebuild", null).require(202);
			pipeline.kill();
		}
		try (StandaloneProcess pipeline = StandaloneProcess.start(directory.resolve("data"), ports)) {
			await().atMost(SOON).untilAsserted(() -> {
				JsonNode status = status(pipeline);
				assertThat(status.get("generation").asInt()).isEqualTo(2);
				assertThat(status.get("rebuild").get("state").asString()).isEqualTo("swapped");
				assertThat(status.get("rebuild").get("compared").get("equal").asInt()).isEqualTo(CANDIDATES);
			});
			assertThat(scorecards(pipeline)).isEqualTo(before).hasSize(CANDIDATES);
		}
	}

	private static void plan(Api recruiter) {
		for (int i = 0; i < CANDIDATES; i++) {
			String id = recruiter
				.post("/interviews",
						"""
								{"candidate":{"id":"rebuilt-%d","name":"Name %d"},"role":"Engineer","technology":"Django","level":"mid",
								 "panel":["interviewer-1"]}"""
							.formatted(i, i))
				.require(201)
				.json()
				.get("id")
				.asString();
			recruiter.post("/interviews/" + id + "/served", null).require(201);
		}
	}

	private static Map<String, JsonNode> scorecards(StandaloneProcess pipeline) {
		Map<String, JsonNode> cards = new TreeMap<>();
		Api dashboard = pipeline.as("dashboard");
		for (int i = 0; i < CANDIDATES; i++) {
			cards.put("rebuilt-" + i, dashboard.get("/scorecards/rebuilt-" + i).require(200).json());
		}
		return cards;
	}

	/**
	 * Until the scorecards hold everything that the outboxes and the topics have.
	 */
	private static void awaitNoLag(StandaloneProcess pipeline) {
		Outboxes outboxes = new Outboxes(pipeline.ports().store());
		await().atMost(SOON).until(outboxes::waiting, (waiting) -> waiting == 0);
		await().atMost(SOON).until(() -> status(pipeline).get("lag").asLong(), (lag) -> lag == 0);
	}

	private static JsonNode status(StandaloneProcess pipeline) {
		return pipeline.as("admin").get("/projections/scorecards").require(200).json();
	}

}
