package org.vivavoce.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.platform.SampleService.Folded;
import org.vivavoce.platform.SampleService.Tally;
import org.vivavoce.platform.outbox.Envelopes;
import org.vivavoce.platform.outbox.OutboxEntry;
import org.vivavoce.platform.projection.ProjectionContainers;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@BackedByServices
class PipelineIntegrationTests {

	private static final Instant TIME = Instant.parse("2026-05-04T08:00:00.123456Z");

	private static final Duration LONG = Duration.ofSeconds(30);

	@Autowired
	private AggregateStore<Tally> written;

	@Autowired
	private Folded folded;

	@Autowired
	private TestTopics topics;

	@Autowired
	private ReactiveMongoDatabaseFactory databases;

	@Autowired
	private Envelopes envelopes;

	@Autowired
	private ProjectionContainers containers;

	@Autowired
	private MeterRegistry meters;

	@Test
	void aWriteIsPublishedAndItsOutboxCleared() {
		add("c-write", "i-1").block(LONG);
		await().atMost(LONG).untilAsserted(() -> {
			// the sweep may publish it once more, as the same event, before the outbox is
			// cleared
			assertThat(eventsOf("c-write").stream().map(Envelope::id).distinct()).hasSize(1);
			assertThat(outbox("written", "c-write")).isEmpty();
		});
	}

	@Test
	void concurrentChangesAreAllKept() {
		List<Integer> sizes = Flux.range(0, 40)
			.flatMap((number) -> add("c-concurrent", "i-%02d".formatted(number)), 40)
			.collectList()
			.block(LONG);
		assertThat(sizes).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
		assertThat(find(this.written, "c-concurrent").state().entries()).hasSize(40);
		await().atMost(LONG).untilAsserted(() -> {
			assertThat(eventsOf("c-concurrent")).extracting((each) -> each.event().subject())
				.contains("i-00", "i-39")
				.hasSizeGreaterThanOrEqualTo(40);
			assertThat(outbox("written", "c-concurrent")).isEmpty();
		});
	}

	@Test
	void anEntryThatACrashLeftInTheOutboxIsSwept() {
		add("c-swept", "i-1").block(LONG);
		Envelope left = this.envelopes.stamp(closed("c-swept", "i-left"));
		OutboxEntry entry = this.envelopes.entry(left);
		Document document = entry.toDocument().append("at", Date.from(Instant.now().minusSeconds(60)));
		Mono.from(database().getCollection("written")
			.updateOne(new Document("_id", "c-swept"), Updates.push("outbox", document))).block(LONG);
		await().atMost(LONG).untilAsserted(() -> {
			assertThat(eventsOf("c-swept")).extracting(Envelope::id).contains(left.id());
			assertThat(outbox("written", "c-swept")).isEmpty();
		});
	}

	@Test
	void eventsAreFoldedIntoOneDocumentPerCandidate() {
		this.topics.send(closed("c-a", "i-1"), closed("c-b", "i-1"), closed("c-a", "i-2"), closed("c-a", "i-1"));
		await().atMost(LONG).untilAsserted(() -> {
			assertThat(entries("c-a")).containsExactly("i-1", "i-2");
			assertThat(entries("c-b")).containsExactly("i-1");
			assertThat(this.folded.touched).contains("c-a", "c-b");
		});
	}

	@Test
	void aDocumentThatIsKnownIsNotLoadedForItsNextEvent() {
		this.topics.send(closed("c-known", "i-1"));
		await().atMost(LONG).untilAsserted(() -> assertThat(entries("c-known")).containsExactly("i-1"));
		double loaded = documents("loaded");
		double written = documents("written");
		this.topics.send(closed("c-known", "i-2"));
		await().atMost(LONG).untilAsserted(() -> assertThat(entries("c-known")).containsExactly("i-1", "i-2"));
		assertThat(documents("loaded")).isEqualTo(loaded);
		assertThat(documents("written")).isEqualTo(written + 1);
	}

	private double documents(String operation) {
		return this.meters.get("vivavoce.projection.documents")
			.tags("projection", "sample", "operation", operation)
			.counter()
			.count();
	}

	@Test
	void recordsThatCannotBeReadAreSetAsideAndTheRestGoesOn() {
		this.topics.sendRaw(EventType.INTERVIEW_CLOSED, "c-poison", "{\"interviewId\":", Map.of("ce_id", "p-1"));
		this.topics.send(closed("c-poison", "i-1"));
		await().atMost(LONG).untilAsserted(() -> {
			assertThat(entries("c-poison")).containsExactly("i-1");
			var letters = this.topics.deadLetters(EventType.INTERVIEW_CLOSED);
			assertThat(letters).hasSize(1);
			assertThat(new String(letters.getFirst().value())).isEqualTo("{\"interviewId\":");
			assertThat(new String(letters.getFirst().key())).isEqualTo("c-poison");
			assertThat(letters.getFirst().headers()).extracting((header) -> header.key())
				.contains("ce_id", "dlt-reason", "dlt-original-partition", "dlt-original-offset");
		});
	}

	@Test
	void aDocumentThatSomebodyElseWritesMeanwhileLosesNothing() {
		List<Mono<Integer>> writes = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			String entry = "w-%02d".formatted(i);
			writes.add(this.folded.store.change("c-contended", (current) -> {
				Tally tally = current.orElse(new Tally(List.of())).with(entry);
				return Decision.write(tally, List.of(), tally.entries().size());
			}));
			this.topics.send(closed("c-contended", "e-%02d".formatted(i)));
		}
		Flux.merge(writes).collectList().block(LONG);
		await().atMost(LONG).untilAsserted(() -> assertThat(entries("c-contended")).hasSize(60));
	}

	@Test
	void aDatabaseThatIsSetBackCatchesUpByItself() {
		this.topics.send(closed("c-back", "i-1"), closed("c-back", "i-2"));
		await().atMost(LONG).untilAsserted(() -> assertThat(entries("c-back")).hasSize(2));
		Mono.from(database().getCollection("folded").drop()).block(LONG);
		Mono.from(database().getCollection("projection-offsets").drop()).block(LONG);
		await().atMost(LONG).untilAsserted(() -> assertThat(entries("c-back")).hasSize(2));
	}

	@Test
	void offsetsWithoutATallyAreCountedFromWhereTheyAre() {
		this.topics.send(closed("c-old", "i-1"), closed("c-old", "i-2"));
		await().atMost(LONG).untilAsserted(() -> assertThat(entries("c-old")).hasSize(2));
		this.containers.stop();
		Document before = offsetsOf("c-old");
		Mono.from(database().getCollection("projection-offsets")
			.updateOne(new Document("_id", before.get("_id")), Updates.unset("tally"))).block(LONG);
		this.topics.send(closed("c-old", "i-3"));
		this.containers.start();
		await().atMost(LONG).untilAsserted(() -> assertThat(entries("c-old")).hasSize(3));
		await().atMost(LONG)
			.untilAsserted(() -> assertThat(offsetsOf("c-old").get("tally", Document.class))
				.containsEntry("from", before.get("next"))
				.containsEntry("applied", 1L));
	}

	private Document offsetsOf(String candidateId) {
		int partition = this.topics.readRaw(EventType.INTERVIEW_CLOSED)
			.stream()
			.filter((message) -> candidateId.equals(new String(message.key())))
			.findFirst()
			.orElseThrow()
			.partition();
		return Mono
			.from(database().getCollection("projection-offsets").find(new Document("partition", partition)).first())
			.blockOptional(LONG)
			.orElseThrow();
	}

	private Mono<Integer> add(String id, String entry) {
		return this.written.change(id, (current) -> {
			Tally tally = current.orElse(new Tally(List.of())).with(entry);
			return Decision.write(tally, closed(id, entry), tally.entries().size());
		});
	}

	private static InterviewClosed closed(String candidateId, String interviewId) {
		return new InterviewClosed(interviewId, candidateId, InterviewOutcome.COMPLETED, TIME);
	}

	private List<Envelope> eventsOf(String candidateId) {
		return this.topics.read(EventType.INTERVIEW_CLOSED)
			.stream()
			.filter((each) -> each.event().candidateId().equals(candidateId))
			.toList();
	}

	private List<String> entries(String candidateId) {
		return find(this.folded.store, candidateId).state().entries();
	}

	private static Stored<Tally> find(AggregateStore<Tally> store, String id) {
		return store.find(id).blockOptional(LONG).orElse(new Stored<>(id, 0, new Tally(List.of())));
	}

	private List<Document> outbox(String collection, String id) {
		Document document = Mono.from(database().getCollection(collection).find(new Document("_id", id)).first())
			.blockOptional(LONG)
			.orElseThrow();
		return document.getList("outbox", Document.class);
	}

	private com.mongodb.reactivestreams.client.MongoDatabase database() {
		return this.databases.getMongoDatabase().blockOptional(LONG).orElseThrow();
	}

}
