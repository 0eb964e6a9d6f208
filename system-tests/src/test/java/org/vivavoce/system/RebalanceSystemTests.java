package org.vivavoce.system;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.contracts.Decoded;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.report.scorecard.CardState;
import org.vivavoce.report.scorecard.Grading;
import org.vivavoce.report.scorecard.ScoringRules;
import org.vivavoce.testing.pipeline.OwnThread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Instances of report-service come and go while events flow.
 */
class RebalanceSystemTests {

	private static final Duration SOON = Duration.ofSeconds(60);

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	@Test
	void instancesThatShareThePartitionsFoldEveryEventWhileOneComesAndAnotherGoes() {
		List<Story> stories = Story.of(120, 1);
		List<Envelope> events = Sender.shuffled(stories, 2);
		int part = events.size() / 4;
		try (Deployment deployment = new Deployment(Backing.shared(), "rebalance");
				Instance first = deployment.report();
				Sender sender = new Sender(deployment)) {
			sender.send(events.subList(0, part));
			await().atMost(SOON).until(() -> first.applied() > 0);
			Instance second = deployment.report();
			sender.send(events.subList(part, 2 * part));
			// it gets events only once it has got partitions of the other
			await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> {
				sender.send(events.subList(part, part + 100));
				return second.applied() > 0;
			});
			CompletableFuture<Void> rest = CompletableFuture
				.runAsync(() -> sender.send(events.subList(2 * part, events.size())), OwnThread.EACH);
			first.close();
			Instance third = deployment.report();
			rest.join();

			third.awaitCaughtUp();
			second.assertTells(stories);
			assertSame(singleReader(deployment), second);
			assertThat(Topic.read(deployment.backing().bootstrapServers(), deployment.deadLetters())).isEmpty();
		}
	}

	/**
	 * The cards as one reader folds them who reads topic after topic.
	 */
	private static Map<String, CardState> singleReader(Deployment deployment) {
		Map<String, CardState> cards = new HashMap<>();
		Topic.read(deployment.backing().bootstrapServers(), deployment.inbound())
			.stream()
			.map(deployment.codec()::decode)
			.map((decoded) -> ((Decoded.Read) decoded).envelope())
			.forEach((envelope) -> cards.merge(envelope.event().candidateId(),
					CardState.unknown(envelope.event().candidateId()).apply(envelope),
					(known, alone) -> known.apply(envelope)));
		return cards;
	}

	private static void assertSame(Map<String, CardState> expected, Instance instance) {
		Grading grading = new Grading(ScoringRules.DEFAULTS);
		assertThat(expected).hasSize(120).allSatisfy((candidate, card) -> {
			JsonNode folded = MAPPER.valueToTree(grading.grade(card).orElseThrow());
			assertThat(instance.card(candidate)).isEqualTo(MAPPER.readTree(folded.toString()));
		});
	}

}
