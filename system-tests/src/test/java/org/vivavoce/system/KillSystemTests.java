package org.vivavoce.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.Ports;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Standalone is killed at random moments while people work, and started again by the same
 * command. Many kills are a matter of {@code -Pendurance}, or of any number for
 * {@code -Dvivavoce.endurance}; {@code -Dvivavoce.kill.seed} sets their moments.
 */
class KillSystemTests {

	private static final int CYCLES = 4 * Integer.getInteger("vivavoce.endurance", 1);

	private static final long SEED = Long.getLong("vivavoce.kill.seed", 1);

	/** Milliseconds of work before a kill. */
	private static final int SHORTEST = 500;

	private static final int LONGEST = 3500;

	/** One kill of so many hits a process that is still starting. */
	private static final int KILLS_PER_EARLY_ONE = 4;

	@Test
	void everyAcknowledgedWriteSurvivesKillsAtRandomMoments(@TempDir Path directory) throws Exception {
		Random random = new Random(SEED);
		Load load = new Load(SEED);
		Ports ports = Ports.free();
		List<Long> starts = new ArrayList<>();
		for (int cycle = 0; cycle < CYCLES; cycle++) {
			try (StandaloneProcess pipeline = StandaloneProcess.launch(directory.resolve("data"), ports)) {
				if (cycle % KILLS_PER_EARLY_ONE == KILLS_PER_EARLY_ONE - 1) {
					assertThat(pipeline.endsWithin(random.nextLong(starts.getLast()))).as("ended by itself").isFalse();
					pipeline.kill();
				}
				else {
					starts.add(pipeline.awaitReady().toMillis());
					killAtWork(pipeline, load, SHORTEST + random.nextInt(LONGEST - SHORTEST));
				}
			}
			assertThat(load.faults()).as("seed %d, cycle %d", SEED, cycle).isEmpty();
		}
		try (StandaloneProcess pipeline = StandaloneProcess.start(directory.resolve("data"), ports)) {
			audit(pipeline, load.candidacies());
		}
		System.out.printf("%d kills, start %d to %d ms; acknowledged and found: %s%n", CYCLES,
				starts.stream().min(Long::compare).orElse(0L), starts.stream().max(Long::compare).orElse(0L),
				load.summary());
	}

	private static void killAtWork(StandaloneProcess pipeline, Load load, int milliseconds) throws Exception {
		CountDownLatch done = load.begin(pipeline);
		assertThat(done.await(milliseconds, TimeUnit.MILLISECONDS)).as("gave up: %s", load.faults()).isFalse();
		pipeline.kill();
		Load.awaitEnd(done);
	}

	private static void audit(StandaloneProcess pipeline, List<Candidacy> candidacies) {
		assertThat(candidacies).isNotEmpty();
		Outboxes outboxes = new Outboxes(pipeline.ports().store());
		await("empty outboxes").atMost(Duration.ofSeconds(60)).until(outboxes::waiting, (waiting) -> waiting == 0);
		Api admin = pipeline.as("admin");
		await("all events read").atMost(Duration.ofSeconds(60))
			.until(() -> admin.get("/projections/scorecards").require(200).json().get("lag").asLong(),
					(lag) -> lag == 0);
		assertThat(faults(pipeline, candidacies)).isEmpty();
	}

	private static List<String> faults(StandaloneProcess pipeline, List<Candidacy> candidacies) {
		return candidacies.stream().flatMap((each) -> Audit.of(each, pipeline).stream()).toList();
	}

}
