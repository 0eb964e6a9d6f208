package org.vivavoce.report.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.ScorecardUpdated;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.report.ReportServiceTest;
import org.vivavoce.report.Service;
import org.vivavoce.report.scorecard.CardDocument;
import org.vivavoce.report.scorecard.CardState;
import org.vivavoce.report.scorecard.Grading;
import org.vivavoce.report.scorecard.History;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
class PublicationIntegrationTests {

	private static final String PUBLICATIONS = "/publications";

	@Autowired
	private Service service;

	@Autowired
	private TestTopics topics;

	@Autowired
	private ScorecardPublisher scorecardPublisher;

	@Autowired
	private AggregateStore<CardDocument> store;

	@Autowired
	private Grading grading;

	private Operator operator;

	@Autowired
	void operator(Service service, ReactiveMongoDatabaseFactory databases) {
		this.operator = new Operator(service, databases);
	}

	@Test
	void whatIsMissingOlderOrForgottenOnTheTopicIsPublishedAgain() {
		History missing = history("pub-missing");
		History older = history("pub-older");
		this.service.sendAndAwait(missing);
		this.service.sendAndAwait(older);
		this.service.sendAndAwait(history("pub-gone"));
		Operator.await().until(() -> version("pub-gone") == history("pub-gone").card().version());
		Envelope gone = this.scorecardPublisher.stamp(summary("pub-gone"));
		this.service.send(history("pub-gone").forgotten());
		Operator.await().until(() -> last("pub-gone").value() == null);
		Operator.await().until(() -> version("pub-missing") == missing.card().version());
		Operator.await().until(() -> version("pub-older") == older.card().version());
		// as if publications had been lost, or had come in another order
		this.topics.sendRaw(EventType.SCORECARD_UPDATED, "pub-missing", null, Map.of());
		ScorecardUpdated now = summary("pub-older");
		this.topics.send(this.scorecardPublisher.stamp(new ScorecardUpdated("pub-older", 1, now.score(), now.outcome(),
				now.reasons(), now.coverage(), now.redFlagCount(), now.updatedAt())));
		this.topics.send(gone);
		this.topics.sendRaw(EventType.SCORECARD_UPDATED, "pub-nobody", "{}", Map.of());

		JsonNode repaired = repair();

		assertThat(repaired.get("missing").asInt()).isEqualTo(1);
		assertThat(repaired.get("different").asInt()).isEqualTo(1);
		assertThat(repaired.get("forgotten").asInt()).isEqualTo(1);
		assertThat(repaired.get("withoutScorecard").asInt()).isEqualTo(1);
		assertThat(version("pub-missing")).isEqualTo(missing.card().version());
		assertThat(version("pub-older")).isEqualTo(older.card().version());
		assertThat(last("pub-gone").value()).isNull();
		JsonNode again = repair();
		assertThat(again.get("missing").asInt() + again.get("different").asInt() + again.get("forgotten").asInt())
			.isZero();
		assertThat(again.get("compared").asInt()).isGreaterThanOrEqualTo(3);
	}

	@Test
	void whoTellsAnOlderStateThanIsWrittenTellsTheNewerOneAfterIt() {
		History history = history("pub-race");
		this.service.sendAndAwait(history);
		Operator.await().until(() -> version("pub-race") == history.card().version());
		Stored<CardDocument> mine = this.store.find("pub-race").blockOptional().orElseThrow();
		// another instance writes and has told already
		CardState later = history.revision(2).scored("iv", "q", "ann", 4).card();
		this.store
			.change("pub-race", (current) -> Decision.write(CardDocument.of(later, this.grading), List.of(), true))
			.block();
		this.scorecardPublisher.publishLive(List.of("pub-race")).block();
		assertThat(version("pub-race")).isEqualTo(later.version());
		this.scorecardPublisher.publish(List.of(mine), this.store).block();
		assertThat(version("pub-race")).isEqualTo(later.version());
	}

	private JsonNode repair() {
		JsonNode[] done = new JsonNode[1];
		this.operator.awaitNoLag();
		this.operator.post(PUBLICATIONS, null).expectStatus().isAccepted().expectBody(String.class);
		Operator.await().untilAsserted(() -> {
			JsonNode status = this.service.get(this.service.as("root", "admin"), Operator.PROJECTION + PUBLICATIONS);
			assertThat(status.get("state").asString()).isEqualTo("done");
			assertThat(status.get("partitionsDone").asInt()).isEqualTo(3);
			done[0] = status;
		});
		return done[0];
	}

	private ScorecardUpdated summary(String candidate) {
		return this.store.find(candidate)
			.flatMap((stored) -> Mono.justOrEmpty(stored.state().summary(this.grading)))
			.blockOptional()
			.orElseThrow()
			.event();
	}

	private long version(String candidate) {
		return this.topics.read(EventType.SCORECARD_UPDATED)
			.stream()
			.filter((envelope) -> envelope.event().candidateId().equals(candidate))
			.map((envelope) -> (ScorecardUpdated) envelope.event())
			.reduce((first, second) -> second)
			.map(ScorecardUpdated::version)
			.orElse(0L);
	}

	private ConsumerRecord<byte[], byte[]> last(String candidate) {
		return this.topics.readRaw(EventType.SCORECARD_UPDATED)
			.stream()
			.filter((message) -> candidate.equals(new String(message.key(), StandardCharsets.UTF_8)))
			.reduce((first, second) -> second)
			.orElseThrow();
	}

	private static History history(String candidate) {
		return History.of(candidate).opened("iv").served("iv", "q", Level.MID).scored("iv", "q", "ann", 3).closed("iv");
	}

}
