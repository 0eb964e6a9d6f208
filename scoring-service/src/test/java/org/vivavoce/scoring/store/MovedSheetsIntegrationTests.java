package org.vivavoce.scoring.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleReactiveMongoDatabaseFactory;

import org.vivavoce.platform.outbox.Envelopes;
import org.vivavoce.platform.outbox.OutboxRelay;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Indexes;
import org.vivavoce.platform.store.StoreProperties;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.scoring.ScoringTest;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.InterviewSheet;
import org.vivavoce.scoring.sheet.Scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vivavoce.scoring.Interviews.minute;

@ScoringTest
@ExtendWith(OutputCaptureExtension.class)
class MovedSheetsIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@Autowired
	private ReactiveMongoDatabaseFactory databases;

	@Autowired
	private AggregateStores stores;

	@Autowired
	private AggregateStore<InterviewSheet> sheets;

	@Autowired
	private AggregateStore<Candidate> candidates;

	@Autowired
	private OutboxRelay relay;

	@Autowired
	private Envelopes envelopes;

	@Autowired
	private Indexes indexes;

	@Autowired
	private StoreProperties properties;

	@Autowired
	private Clock clock;

	@Test
	void anInstanceIsReadyOnlyOnceAllIsMoved(@Autowired HealthEndpointGroups groups) {
		var readiness = groups.get("readiness");
		assertThat(readiness).isNotNull();
		assertThat(List.of("sheetMigration", "store", "broker", "projections", "readinessState"))
			.allMatch((name) -> Objects.requireNonNull(readiness).isMember(name));
	}

	@Test
	void nothingIsReadOrWrittenBeforeAllIsMovedAndWhatIsMovedIsSaid(CapturedOutput output) {
		MovedSheets moved = new MovedSheets(new SheetMigration(this.stores, this.databases), Mono.empty(), this.relay,
				this.clock);
		AggregateStore<InterviewSheet> gated = this.stores.at(moved.onceMoved("sheets"), InterviewSheet.class);
		StepVerifier.create(gated.find("any")).expectErrorMatches(ProblemTypes.UNAVAILABLE::isTypeOf).verify(LONG);
		assertThat(moved.health().getStatus()).isEqualTo(Status.DOWN);
		FormerRelease former = new FormerRelease(this.databases);
		former.keepSome("said-", 3, new Random(5));
		moved.start();
		await().atMost(LONG).until(() -> moved.health().getStatus().equals(Status.UP));
		moved.stop();
		StepVerifier.create(gated.find("any")).expectComplete().verify(LONG);
		assertThat(output).contains("Score sheets are kept by interview now: " + former.sheets().size()
				+ " sheets of 3 candidates moved, with 0 events that waited; 0 documents left");
	}

	@Test
	void whatAnEarlierReleaseWritesLateIsMovedAndForgotten(CapturedOutput output) {
		this.candidates.saveAll(List.of(new Stored<>("late", 0, new Candidate("late", minute(90), null)))).block(LONG);
		FormerRelease former = new FormerRelease(this.databases);
		former.keep("late", null, null, List.of(FormerRelease.filledIn("late-int", "late", 0, new Random(5))),
				List.of());
		new MovedSheets(new SheetMigration(this.stores, this.databases), Mono.empty(), this.relay, this.clock)
			.moveLate()
			.block(LONG);
		assertThat(Scoring.forgotten(Objects.requireNonNull(this.sheets.find("late-int").block(LONG)).state()))
			.isTrue();
		assertThat(former.left("score-sheets")).isZero();
		assertThat(output).contains("An instance of an earlier release still writes score sheets: 1 sheets of 1");
	}

	@Test
	void aTombstoneThatAnEarlierReleaseHasReadLateReachesTheSheetsThatWereMoved() {
		this.sheets
			.saveAll(List
				.of(new Stored<>("gone-int", 0, FormerRelease.filledIn("gone-int", "gone-late", 0, new Random(5)))))
			.block(LONG);
		FormerRelease former = new FormerRelease(this.databases);
		former.keep("gone-late", null, minute(90), List.of(), List.of());
		new MovedSheets(new SheetMigration(this.stores, this.databases), Mono.empty(), this.relay, this.clock)
			.moveLate()
			.block(LONG);
		assertThat(Scoring.forgotten(Objects.requireNonNull(this.sheets.find("gone-int").block(LONG)).state()))
			.isTrue();
	}

	@Test
	void aStoreThatIsAwayIsWaitedFor(CapturedOutput output) {
		try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
			.applyConnectionString(new ConnectionString("mongodb://127.0.0.1:1"))
			.applyToClusterSettings((cluster) -> cluster.serverSelectionTimeout(100, TimeUnit.MILLISECONDS))
			.build())) {
			ReactiveMongoDatabaseFactory away = new SimpleReactiveMongoDatabaseFactory(client, "away");
			AggregateStores nowhere = new AggregateStores(away, this.envelopes, this.relay, this.indexes, this.clock,
					this.properties);
			MovedSheets moved = new MovedSheets(new SheetMigration(nowhere, away), Mono.empty(), this.relay,
					this.clock);
			moved.start();
			await().atMost(LONG)
				.untilAsserted(() -> assertThat(output).contains("Score sheets are not moved yet, and not served: "));
			assertThat(moved.health().getStatus()).isEqualTo(Status.DOWN);
			moved.stop();
		}
	}

}
