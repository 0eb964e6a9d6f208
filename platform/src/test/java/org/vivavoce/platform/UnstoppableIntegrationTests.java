package org.vivavoce.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.platform.SampleService.Folded;
import org.vivavoce.platform.SampleService.Tally;
import org.vivavoce.platform.projection.ParkedRecords;
import org.vivavoce.platform.projection.Reconciliation;
import org.vivavoce.platform.projection.TopicEnds;
import org.vivavoce.platform.broker.BrokerClients;
import org.vivavoce.platform.outbox.RefusedEvents;
import org.vivavoce.platform.reconciliation.OffsetRangeReader;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.GarbageRecords;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What one record, document or event holds keeps the others from nothing.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "vivavoce.store.max-document-size=64KB",
				"spring.kafka.producer.properties.max.request.size=20000" })
@BackedByServices
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnstoppableIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Instant TIME = Instant.parse("2026-05-04T08:00:00Z");

	@Autowired
	private AggregateStore<Tally> written;

	@Autowired
	private Folded folded;

	@Autowired
	private TestTopics topics;

	@Autowired
	private EventCodec codec;

	@Autowired
	private BrokerClients clients;

	@Autowired
	private RefusedEvents refused;

	@Autowired
	private ReactiveMongoDatabaseFactory databases;

	@Value("${spring.kafka.bootstrap-servers}")
	private String bootstrapServers;

	@Test
	void whatADocumentCannotHoldIsSetAsideAndTheRestGoesOn() {
		for (int i = 0; i < 900; i++) {
			this.topics.send(closed("c-full", "i-%03d-".formatted(i) + "x".repeat(100)));
		}
		this.topics.send(closed("c-full-neighbour", "i-1"));
		await().atMost(LONG).untilAsserted(() -> assertThat(entries("c-full-neighbour")).containsExactly("i-1"));
		await().atMost(LONG).untilAsserted(() -> {
			List<ConsumerRecord<byte[], byte[]>> letters = letters("c-full", "unwritable");
			int kept = entries("c-full").size();
			assertThat(kept).isGreaterThan(400);
			assertThat(letters).hasSize(900 - kept)
				.allSatisfy((letter) -> assertThat(header(letter, "dlt-reason")).contains("'c-full' is full"))
				.allSatisfy((letter) -> assertThat(header(letter, "dlt-consumer")).isEqualTo("sample"));
			assertThat(new ParkedRecords(this.databases, "sample").count().block(LONG))
				.isGreaterThanOrEqualTo(letters.size());
		});
	}

	@Test
	void whatIsSetAsideIsNotCountedAsApplied() {
		Reconciliation reconciliation = reconciliation();
		List<Long> before = counted(reconciliation);
		this.topics.send(closed("c-counted", "i-1"), closed("c-counted", "impossible-1"), closed("c-counted", "i-2"));
		await().atMost(LONG)
			.untilAsserted(
					() -> assertThat(counted(reconciliation)).containsExactly(before.get(0) + 2, before.get(1) + 1));
	}

	/**
	 * Applied and set aside, all partitions together.
	 */
	private static List<Long> counted(Reconciliation reconciliation) {
		var tallies = Objects.requireNonNull(reconciliation.applied("sample").block(LONG)).values();
		return List.of(tallies.stream().mapToLong(org.vivavoce.platform.reconciliation.Tally::applied).sum(),
				tallies.stream().mapToLong(org.vivavoce.platform.reconciliation.Tally::unreadable).sum());
	}

	@Test
	void anEventThatCannotBeFoldedIsSetAsideAloneWithTheReason() {
		this.topics.send(closed("c-mixed", "i-1"), closed("c-mixed", "impossible-2"), closed("c-mixed", "i-3"));
		await().atMost(LONG).untilAsserted(() -> {
			assertThat(entries("c-mixed")).containsExactly("i-1", "i-3");
			assertThat(letters("c-mixed", "unwritable")).hasSize(1)
				.allSatisfy((letter) -> assertThat(header(letter, "dlt-reason")).isEqualTo("this is impossible"));
		});
	}

	@Test
	void aStoredDocumentThatCannotBeReadKeepsNobodyFromTheOthers() {
		Mono.from(database().getCollection("folded")
			.insertOne(new Document("_id", "c-broken").append("guard", 1L)
				.append("state", new Document("entries", "no list"))))
			.block(LONG);
		this.topics.send(closed("c-broken", "i-1"), closed("c-broken-neighbour", "i-1"));
		await().atMost(LONG).untilAsserted(() -> {
			assertThat(entries("c-broken-neighbour")).containsExactly("i-1");
			assertThat(letters("c-broken", "unwritable")).hasSize(1);
		});
		Mono.from(database().getCollection("folded").deleteOne(new Document("_id", "c-broken"))).block(LONG);
	}

	@Test
	void aDocumentThatCannotBeHandedOnKeepsNobodyFromTheOthers() {
		this.topics.send(closed("c-faulty", "i-1"), closed("c-faulty-not", "i-1"), closed("c-sound", "i-1"));
		await().atMost(LONG).untilAsserted(() -> {
			assertThat(entries("c-faulty")).containsExactly("i-1");
			assertThat(this.folded.touched).contains("c-sound");
		});
	}

	@Test
	void garbageStallsNoPartition() {
		GarbageRecords garbage = GarbageRecords.ofClosings(20260504, this.codec, "c-garbage");
		try (KafkaProducer<byte[], byte[]> producer = producer(Map.of("max.request.size", 1_000_000))) {
			for (int i = 0; i < 3_000; i++) {
				producer.send(garbage.next());
			}
		}
		for (int i = 0; i < 8; i++) {
			this.topics.send(closed("c-after-garbage-" + i, "i-1"));
		}
		await().atMost(LONG)
			.untilAsserted(() -> assertThat(
					IntStream.range(0, 8).allMatch((i) -> entries("c-after-garbage-" + i).equals(List.of("i-1"))))
				.isTrue());
	}

	@Test
	void aHeaderWithoutAValueIsADeadLetter() {
		for (String header : List.of("content-type", "ce_specversion", "ce_id", "ce_time")) {
			var message = this.topics.encode(Envelope.of("/test", TIME, null, closed("c-null-header", "i-1")));
			message.headers().remove(header).add(header, null);
			this.topics.send(message);
		}
		await().atMost(LONG).untilAsserted(() -> assertThat(letters("c-null-header", "unreadable")).hasSize(4));
	}

	@Test
	void abortedTransactionsAreNeverAppliedAndLeaveNoLag() {
		Reconciliation reconciliation = reconciliation();
		try (KafkaProducer<byte[], byte[]> producer = producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "t-1"))) {
			producer.initTransactions();
			producer.beginTransaction();
			producer.send(record(closed("c-transaction", "i-aborted")));
			producer.flush();
			producer.abortTransaction();
			producer.beginTransaction();
			producer.send(record(closed("c-transaction", "i-committed")));
			producer.commitTransaction();
		}
		await().atMost(LONG).untilAsserted(() -> {
			assertThat(entries("c-transaction")).containsExactly("i-committed");
			Map<TopicPartition, Long> ends = Objects.requireNonNull(ends().latest().block(LONG));
			assertThat(Objects.requireNonNull(reconciliation.applied("sample").block(LONG)))
				.allSatisfy((partition, tally) -> assertThat(tally.to()).isEqualTo(ends.get(partition)));
		});
	}

	@Test
	void anEventThatKafkaRefusesWaitsApartAndHoldsUpNoOther() {
		add("c-refused", "i-" + "x".repeat(30_000)).block(LONG);
		add("c-after-refused", "i-1").block(LONG);
		await().atMost(LONG).untilAsserted(() -> {
			assertThat(this.topics.read(EventType.INTERVIEW_CLOSED))
				.anyMatch((each) -> each.event().candidateId().equals("c-after-refused"));
			assertThat(this.refused.list().block(LONG)).filteredOn((event) -> event.documentId().equals("c-refused"))
				.singleElement()
				.satisfies((event) -> {
					assertThat(event.attempts()).isEqualTo(1);
					assertThat(event.reason()).contains("max.request.size");
					assertThat(event.topic()).endsWith("interview-closed");
				});
		});
		assertThat(this.refused.sendAgain().block(LONG)).isPositive();
		await().atMost(LONG)
			.untilAsserted(() -> assertThat(this.refused.list().block(LONG))
				.filteredOn((event) -> event.documentId().equals("c-refused"))
				.singleElement()
				.satisfies((event) -> assertThat(event.attempts()).isEqualTo(2)));
		Document document = Mono
			.from(database().getCollection("written").find(new Document("_id", "c-refused")).first())
			.block(LONG);
		assertThat(Optional.ofNullable(document).map((each) -> each.getList("outbox", Document.class)))
			.contains(List.of());
	}

	@Test
	@Order(Integer.MAX_VALUE)
	void aTopicThatIsDeletedAndCreatedAgainIsReadFromItsBeginning() throws ExecutionException, InterruptedException {
		String topic = this.codec.topics().name(EventType.INTERVIEW_CLOSED);
		this.topics.send(closed("c-recreated", "i-before"));
		await().atMost(LONG).untilAsserted(() -> assertThat(entries("c-recreated")).containsExactly("i-before"));
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.bootstrapServers))) {
			int partitions = this.topics.partitions(EventType.INTERVIEW_CLOSED);
			admin.deleteTopics(List.of(topic)).all().get();
			await().atMost(LONG)
				.ignoreExceptions()
				.until(() -> admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
					.all()
					.get() == null);
		}
		this.topics.send(closed("c-recreated", "i-after"));
		await().atMost(Duration.ofSeconds(90))
			.untilAsserted(() -> assertThat(entries("c-recreated")).containsExactly("i-after", "i-before"));
	}

	private Reconciliation reconciliation() {
		return new Reconciliation(this.databases, new OffsetRangeReader(this.clients.consumer("test")), ends(),
				this.codec);
	}

	private TopicEnds ends() {
		return new TopicEnds(this.clients.admin("test"), List.of(this.codec.topics().name(EventType.INTERVIEW_CLOSED)));
	}

	private org.apache.kafka.clients.producer.ProducerRecord<byte[], byte[]> record(InterviewClosed event) {
		return this.codec.encode(Envelope.of("/test", TIME, null, event));
	}

	private KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
		Map<String, Object> config = new java.util.HashMap<>(settings);
		config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.bootstrapServers);
		return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
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

	private List<String> entries(String candidateId) {
		return this.folded.store.find(candidateId)
			.blockOptional(LONG)
			.map((stored) -> stored.state().entries())
			.orElse(List.of());
	}

	private List<ConsumerRecord<byte[], byte[]>> letters(String candidateId, String kind) {
		return this.topics.deadLetters(EventType.INTERVIEW_CLOSED)
			.stream()
			.filter((letter) -> candidateId.equals(new String(letter.key(), StandardCharsets.UTF_8)))
			.filter((letter) -> kind.equals(header(letter, "dlt-kind")))
			.toList();
	}

	private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
		return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

	private com.mongodb.reactivestreams.client.MongoDatabase database() {
		return this.databases.getMongoDatabase().blockOptional(LONG).orElseThrow();
	}

}
