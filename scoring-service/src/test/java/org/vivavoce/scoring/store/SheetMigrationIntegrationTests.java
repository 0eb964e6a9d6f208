package org.vivavoce.scoring.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.AnswerScored;
import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.outbox.DelayedEntry;
import org.vivavoce.platform.outbox.Envelopes;
import org.vivavoce.platform.outbox.OutboxEntry;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.scoring.PanelMember;
import org.vivavoce.scoring.ScoringTest;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.InterviewSheet;
import org.vivavoce.scoring.sheet.Scoring;
import org.vivavoce.scoring.store.SheetMigration.Moved;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vivavoce.scoring.Interviews.minute;
import static org.vivavoce.scoring.Interviews.question;
import static org.vivavoce.scoring.Interviews.served;
import static org.vivavoce.scoring.PanelMember.SOLID;
import static org.vivavoce.scoring.store.FormerRelease.filledIn;
import static org.vivavoce.scoring.store.FormerRelease.fold;
import static org.vivavoce.scoring.store.FormerRelease.rated;

@ScoringTest
class SheetMigrationIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(60);

	private final Random random = new Random(20260712);

	@Autowired
	private ReactiveMongoDatabaseFactory databases;

	@Autowired
	private AggregateStores stores;

	@Autowired
	private AggregateStore<InterviewSheet> sheets;

	@Autowired
	private AggregateStore<Candidate> candidates;

	@Autowired
	private SheetMigration migration;

	@Autowired
	private Envelopes envelopes;

	@Autowired
	private TestTopics topics;

	@LocalServerPort
	private int port;

	private FormerRelease former = new FormerRelease(this.databases);

	@BeforeEach
	void formerRelease() {
		this.former = new FormerRelease(this.databases);
	}

	@AfterEach
	void nothingIsLeftForOthers() {
		this.former.clear();
	}

	@Test
	void everySheetAndNameIsThereAfterwards() {
		this.former.keepSome("moved-", 210, this.random);
		Moved moved = move();
		assertThat(moved).isEqualTo(new Moved(210, this.former.sheets().size(), 0, 0));
		allIsThere();
		assertThat(this.former.left("score-sheets")).isZero();
		assertThat(this.former.left("score-sheet-directory")).isZero();
		assertThat(move()).as("once more").isEqualTo(Moved.NOTHING);
	}

	private void allIsThere() {
		assertThat(Objects.requireNonNull(
				this.sheets.findAll(this.former.sheets().keySet()).collectMap(Stored::id, Stored::state).block(LONG)))
			.isEqualTo(this.former.sheets());
		this.former.names().forEach((candidate, name) -> {
			Stored<Candidate> stored = this.candidates.find(candidate).block(LONG);
			assertThat((stored != null) ? stored.state().name() : null).as(candidate).isEqualTo(name);
		});
	}

	private Moved move() {
		return Objects.requireNonNull(this.migration.move().last(Moved.NOTHING).block(LONG));
	}

	@Test
	void endedAtAnyPointAndBegunAgainItLosesNothing() {
		this.former.keepSome("killed-", 230, this.random);
		int ended = 0;
		for (int delay = 1; this.former.left("score-sheets") > 0; delay++) {
			CompletableFuture<Void> done = new CompletableFuture<>();
			Disposable work = this.migration.move().doFinally((signal) -> done.complete(null)).subscribe((moved) -> {
			}, done::completeExceptionally);
			done.completeOnTimeout(null, 7 * delay, TimeUnit.MILLISECONDS).join();
			work.dispose();
			ended++;
		}
		assertThat(ended).isGreaterThan(3);
		allIsThere();
	}

	@Test
	void severalInstancesMoveAtTheSameTime() {
		this.former.keepSome("together-", 210, this.random);
		Flux.merge(this.migration.move().retry(20), new SheetMigration(this.stores, this.databases).move().retry(20),
				new SheetMigration(this.stores, this.databases).move().retry(20))
			.blockLast(LONG);
		allIsThere();
		assertThat(this.former.left("score-sheets")).isZero();
	}

	@Test
	void whatWasGivenSinceIsNotUndone() {
		InterviewSheet before = filledIn("since-int", "since", 0, this.random);
		InterviewSheet since = rated(before, "q-1", "former-1", 2, "Corrected since");
		InterviewSheet elsewhere = rated(before, "q-1", "former-2", 3, "Corrected before");
		this.sheets.saveAll(List.of(new Stored<>("since-int", 0, since))).block(LONG);
		this.former.keep("since", null, null, List.of(elsewhere), List.of());
		move();
		Stored<InterviewSheet> stored = Objects.requireNonNull(this.sheets.find("since-int").block(LONG));
		assertThat(stored.state()).isEqualTo(since.joined(elsewhere));
		assertThat(stored.state().sheet().rating("q-1", "former-1")).isEqualTo(since.sheet().rating("q-1", "former-1"));
		assertThat(stored.state().sheet().rating("q-1", "former-2"))
			.isEqualTo(elsewhere.sheet().rating("q-1", "former-2"));
	}

	@Test
	void eventsThatWaitedArePublished() {
		OutboxEntry waiting = event("waiting");
		Document delayed = new Document(event("waiting").toDocument()).append("due", Date.from(Instant.EPOCH))
			.append("attempts", 3)
			.append("reason", "too large");
		this.former.keep("waiting", null, null, List.of(filledIn("waiting-int", "waiting", 0, this.random)),
				List.of(waiting.toDocument()));
		Document unnamed = new Document("_id", "unnamed").append("guard", 1L)
			.append("state", new Document("candidateId", "unnamed").append("sheets", List.of()))
			.append(DelayedEntry.FIELD, List.of(delayed));
		this.former.insert("score-sheets", unnamed);
		assertThat(move().events()).isEqualTo(2);
		assertThat(this.former.left("score-sheets")).isZero();
		await().atMost(LONG)
			.untilAsserted(() -> assertThat(this.topics.read(EventType.ANSWER_SCORED)).extracting(Envelope::id)
				.contains(waiting.id(), delayed.getString("id")));
	}

	private OutboxEntry event(String candidate) {
		return this.envelopes.entry(this.envelopes.stamp(new AnswerScored(candidate + "-int", candidate, "q-1", 1,
				"former-1", "former-1", 3, false, List.of(), null, 1, minute(5)), null));
	}

	@Test
	void theInterviewOfAForgottenPersonIsKnownToBeGone() {
		InterviewSheet gone = filledIn("gone-int", "gone", 0, this.random).forget(minute(90));
		InterviewSheet later = filledIn("later-int", "gone", 100, this.random).forget(minute(90));
		this.former.keep("gone", null, minute(90), List.of(gone, later), List.of());
		move();
		PanelMember member = PanelMember.named("former-1", this.port);
		member.get("/gone-int").expectStatus().isNotFound().expectHeader().doesNotExist("Retry-After");
		member.put("/gone-int/answers/q-1", SOLID)
			.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("https://vivavoce.org/problems/candidate-forgotten");
		member.get("/later-int").expectStatus().isOk();
		assertThat(Objects.requireNonNull(this.candidates.find("gone").block(LONG)).state().forgottenAt())
			.isEqualTo(minute(90));
	}

	@Test
	void aDocumentOfFifteenMegabytesIsMoved() {
		String notes = "n".repeat(8_000);
		List<InterviewSheet> large = IntStream.range(0, 786)
			.mapToObj((i) -> rated(
					rated(filledIn("large-int-" + i, "large", 0, this.random), "q-1", "former-1", 2, notes), "q-1",
					"former-2", 1, notes))
			.toList();
		this.former.keep("large", "Large", null, large, List.of());
		assertThat(move().sheets()).isEqualTo(786);
		allIsThere();
	}

	@Test
	void thoseThatCannotBeReadStayAndKeepNoOther() {
		List<Document> broken = List.of(new Document("candidateId", "broken-0").append("sheets", "none"),
				new Document("candidateId", "broken-1"),
				new Document("candidateId", "broken-2").append("sheets", Arrays.asList((Object) null)),
				new Document("candidateId", "broken-3").append("sheets", List.of(new Document("served", List.of()))),
				new Document("candidateId", "somebody else").append("sheets", List.of()),
				new Document("sheets", List.of()));
		for (int i = 0; i < broken.size(); i++) {
			this.former.insert("score-sheets",
					new Document("_id", "broken-" + i).append("guard", 1L).append("state", broken.get(i)));
		}
		this.former.keepSome("beside-", 20, this.random);
		assertThat(move().left()).isEqualTo(broken.size());
		allIsThere();
		assertThat(this.former.left("score-sheets")).isEqualTo(broken.size());
	}

	@Test
	void ofTwoCandidatesWithOneInterviewThePanelKeepsTheSheetThatItHasSeenAndNoRatingIsLost() {
		InterviewSheet unseen = ofTwice("twice-1", 2);
		InterviewSheet seen = ofTwice("twice-2", 3);
		this.former.keep("twice-1", null, null, List.of(unseen), List.of());
		this.former.keep("twice-2", null, null, List.of(seen), List.of());
		move();
		assertThat(stored("twice-int")).isEqualTo(seen);
		assertThat(stored("twice-int twice-1")).isEqualTo(unseen);
		PanelMember member = PanelMember.named("twice", this.port);
		member.get("/twice-int twice-1").expectStatus().isNotFound();
		member.get("").expectBody().jsonPath("$.items[*].candidateId").isEqualTo(List.of("twice-2"));
		this.topics.send(new CandidateForgotten("twice-1"));
		await().atMost(LONG).until(() -> Scoring.forgotten(stored("twice-int twice-1")));
		assertThat(stored("twice-int")).isEqualTo(seen);
	}

	private static InterviewSheet ofTwice(String candidate, int rating) {
		List<String> panel = List.of("twice");
		return rated(fold(null, served("twice-int", candidate, panel, 1, question("q-1", 1), 5)), "q-1", "twice",
				rating, "Hm.");
	}

	private InterviewSheet stored(String id) {
		return Objects.requireNonNull(this.sheets.find(id).block(LONG)).state();
	}

	@Test
	void aDocumentThatAnEarlierReleaseStillWritesIsNotDeleted() {
		this.former.keep("written", null, null, List.of(), List.of());
		FormerSheets collections = new FormerSheets(this.databases);
		FormerDocument asItWas = FormerDocument.of(new Document("_id", "written").append("guard", 6L)
			.append("state", new Document(Map.of("candidateId", "written", "sheets", List.of()))));
		assertThat(collections.delete(List.of(asItWas)).block(LONG)).isEqualTo(1);
		assertThat(this.former.left("score-sheets")).isEqualTo(1);
	}

}
