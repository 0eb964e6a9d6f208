package org.vivavoce.report.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.report.ReportServiceTest;
import org.vivavoce.report.deadletter.replay.BulkReplay;
import org.vivavoce.report.deadletter.replay.BulkReplayWorker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ReportServiceTest
class DeadLetterCollectorIntegrationTests {

	private static final Caller ROOT = new Caller("root", Set.of("admin"), null);

	@Autowired
	private DeadLetterRepository deadLetters;

	@Autowired
	private DeadLetterSender deadLetterSender;

	@Autowired
	private BulkReplayWorker worker;

	@Autowired
	private AggregateStore<BulkReplay> replays;

	@Autowired
	private EventCodec codec;

	@Autowired
	private MeterRegistry meters;

	private DeadLetterCollector collector;

	@BeforeEach
	void open() {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
		this.collector = new DeadLetterCollector(this.deadLetters, this.codec,
				Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)));
	}

	@Test
	void whatIsPublishedTwiceIsOneDeadLetter() {
		RefusedRecord refusedRecord = refused("box-1", 1);
		this.collector.take(List.of(refusedRecord.record(1), refusedRecord.record(2)));
		this.collector.take(List.of(refusedRecord.record(1)));
		assertThat(deadLetter(refusedRecord).attempts()).isEqualTo(1);
		assertThat(about("box-1")).isEqualTo(1);
	}

	@Test
	void aDeadLetterThatComesAfterItsPersonWasForgottenKeepsNothing() {
		RefusedRecord before = refused("box-2", 2).at(4_000);
		RefusedRecord after = refused("box-2", 3).at(6_000);
		this.collector.take(List.of(tombstone("box-2")));
		this.collector.take(List.of(before.record(3), after.record(4)));
		assertThat(deadLetter(before).content()).isEqualTo(Content.FORGOTTEN);
		assertThat(this.deadLetters.raw(deadLetter(before).id()).blockOptional()).isEmpty();
		assertThat(deadLetter(after).content()).isEqualTo(Content.KEPT);
	}

	@Test
	void aDeadLetterOfSomebodyWhoIsOnlyNamedInTheValueIsForgottenToo() {
		RefusedRecord refusedRecord = refused("box-other", 4).value("{\"candidateId\": \"box-3\"}").at(4_000);
		this.collector.take(List.of(refusedRecord.record(5)));
		this.collector.take(List.of(tombstone("box-3")));
		assertThat(deadLetter(refusedRecord).content()).isEqualTo(Content.FORGOTTEN);
	}

	@Test
	void bytesOfAnyKindAreKeptAsTheyAre() {
		byte[] garbage = new byte[300];
		new Random(1).nextBytes(garbage);
		ConsumerRecord<byte[], byte[]> message = new ConsumerRecord<>(
				this.codec.topics().deadLetters(this.codec.topics().name(EventType.ANSWER_SCORED)), 0, 900_001, garbage,
				garbage);
		message.headers().add("x", garbage).add("x", null);
		this.collector.take(List.of(message));
		RawRecord raw = Objects.requireNonNull(this.deadLetters.raw(message.topic() + "-0-900001").block());
		assertThat(raw.key()).isEqualTo(garbage);
		assertThat(raw.value()).isEqualTo(garbage);
		assertThat(raw.headers()).hasSize(2);
	}

	@Test
	void aRecordThatIsTooLargeIsKnownButNotSent() {
		RefusedRecord refusedRecord = refused("box-5", 6).header("dlt-left-out", "7000000");
		this.collector.take(List.of(refusedRecord.record(6)));
		assertThat(deadLetter(refusedRecord)).returns(Content.LEFT_OUT, DeadLetter::content)
			.returns(7_000_000, DeadLetter::size);
		assertThatThrownBy(() -> DeadLetterSender.sendable(deadLetter(refusedRecord)))
			.isInstanceOf(ProblemException.class);
	}

	@Test
	void aCrashBetweenSendingAndStoringItLeavesOneDeadLetterThatWaits() {
		RefusedRecord refusedRecord = refused("box-6", 7);
		this.collector.take(List.of(refusedRecord.record(7)));
		DeadLetter deadLetter = deadLetter(refusedRecord);
		// noted and sent; the process ends before that is noted
		this.deadLetters
			.change(deadLetter.id(),
					(found) -> found.orElseThrow()
						.sending("root", Instant.now(), refusedRecord.refusal().raw().digest(), null, false))
			.block();
		assertThat(deadLetter(refusedRecord).state()).isEqualTo(DeadLetterState.WAITING);
		this.collector.take(List.of(refusedRecord.place(8)
			.header(Refusal.REPLAYED, deadLetter.id())
			.header(Refusal.ATTEMPT, "1")
			.record(8)));
		assertThat(deadLetter(refusedRecord)).returns(DeadLetterState.WAITING, DeadLetter::state)
			.returns(2, DeadLetter::attempts);
		assertThat(about("box-6")).isEqualTo(1);
	}

	@Test
	void aReplayThatWasInterruptedIsTakenOverAndCountsEachDeadLetterOnce() {
		RefusedRecord one = refused("box-7a", 9);
		RefusedRecord two = refused("box-7b", 10);
		this.collector.take(List.of(one.record(9), two.record(10)));
		String id = "interrupted";
		this.deadLetterSender.send(new DeadLetterSender.SendRequest(deadLetter(one).id(), "root", id, null, null))
			.block();
		BulkReplay left = BulkReplay.start(id, "box-7", null, "root", Instant.now())
			.of(2)
			.leased("an instance that died", Instant.EPOCH, Duration.ofSeconds(1))
			.next(List.of(deadLetter(one).id(), deadLetter(two).id()), Instant.now());
		this.replays.change(id, (none) -> Decision.write(left, List.of(), left)).block();
		this.worker.workOn(id).block();
		Awaitility.await()
			.untilAsserted(() -> assertThat(Objects.requireNonNull(this.replays.find(id).block()).state())
				.returns(BulkReplay.Status.DONE, BulkReplay::status)
				.returns(2L, BulkReplay::sent)
				.returns(0L, BulkReplay::skipped));
		assertThat(deadLetter(one).lastAttempt()).isEqualTo(1);
		assertThat(deadLetter(two).sentBy(id)).isTrue();
	}

	@Test
	void aCancelledReplaySendsNothingMore() {
		RefusedRecord refusedRecord = refused("box-8", 11);
		this.collector.take(List.of(refusedRecord.record(11)));
		BulkReplay cancelled = BulkReplay
			.start("cancelled", deadLetter(refusedRecord).topic(), null, "root", Instant.now())
			.cancelled(Instant.now());
		this.replays.change("cancelled", (none) -> Decision.write(cancelled, List.of(), cancelled)).block();
		this.worker.workOn("cancelled").block();
		assertThat(deadLetter(refusedRecord).lastAttempt()).isZero();
	}

	@Test
	void valuesAreNotEditedUnlessThatIsAllowed() {
		RefusedRecord refusedRecord = refused("box-9", 12);
		this.collector.take(List.of(refusedRecord.record(12)));
		DeadLetterProperties asShipped = new DeadLetterProperties(DeadLetterProperties.Editing.NEVER, 50,
				Duration.ofSeconds(30), Duration.ofSeconds(15));
		DeadLetterService service = new DeadLetterService(this.deadLetters, this.deadLetterSender, this.codec,
				asShipped, Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)));
		assertThatThrownBy(
				() -> service.replay(ROOT, deadLetter(refusedRecord).id(), RefusedRecord.bytes("{}"), null).block())
			.isInstanceOfSatisfying(ProblemException.class,
					(problem) -> assertThat(problem.type()).isEqualTo(ProblemTypes.FORBIDDEN));
		assertThat(deadLetter(refusedRecord).lastAttempt()).isZero();
	}

	@Test
	void theDeadLettersThatWaitAreMeasuredByTopic() {
		String topic = this.codec.topics().name(EventType.RECOMMENDATION_GIVEN);
		this.collector.take(List.of(refused("box-10", 13).topic(topic).record(13)));
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.meters.get("vivavoce.dead.letters").tag("topic", topic).gauge().value())
						.isPositive());
	}

	private ConsumerRecord<byte[], byte[]> tombstone(String key) {
		return new ConsumerRecord<>(this.codec.topics().name(EventType.CANDIDATE_PROFILED), 0, 0, 5_000,
				TimestampType.CREATE_TIME, 0, 0, RefusedRecord.bytes(key), null, new RecordHeaders(), Optional.empty());
	}

	private RefusedRecord refused(String key, int place) {
		// behind everything that is really on the topic
		return RefusedRecord.of(key, 1_000_000 + place)
			.topic(this.codec.topics().name(EventType.ANSWER_SCORED))
			.value("{\"key\": \"" + key + "\"}");
	}

	private DeadLetter deadLetter(RefusedRecord refusedRecord) {
		return Objects
			.requireNonNull(this.deadLetters.find(refusedRecord.topic() + "-0-" + refusedRecord.place()).block());
	}

	private long about(String key) {
		return Objects
			.requireNonNull(this.deadLetters.count(new DeadLetterQuery(null, null, null, key, null).filter()).block());
	}

}
