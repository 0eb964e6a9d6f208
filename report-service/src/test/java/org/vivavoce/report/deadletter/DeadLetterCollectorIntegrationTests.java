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
	private DeadLetterRepository letters;

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

	private DeadLetterCollector box;

	@BeforeEach
	void open() {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
		this.box = new DeadLetterCollector(this.letters, this.codec,
				Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)));
	}

	@Test
	void whatIsPublishedTwiceIsOneLetter() {
		Refused refused = refused("box-1", 1);
		this.box.take(List.of(refused.record(1), refused.record(2)));
		this.box.take(List.of(refused.record(1)));
		assertThat(letter(refused).attempts()).isEqualTo(1);
		assertThat(about("box-1")).isEqualTo(1);
	}

	@Test
	void aLetterThatComesAfterItsPersonWasForgottenKeepsNothing() {
		Refused before = refused("box-2", 2).at(4_000);
		Refused after = refused("box-2", 3).at(6_000);
		this.box.take(List.of(tombstone("box-2")));
		this.box.take(List.of(before.record(3), after.record(4)));
		assertThat(letter(before).content()).isEqualTo(Content.FORGOTTEN);
		assertThat(this.letters.raw(letter(before).id()).blockOptional()).isEmpty();
		assertThat(letter(after).content()).isEqualTo(Content.KEPT);
	}

	@Test
	void aLetterOfSomebodyWhoIsOnlyNamedInTheValueIsForgottenToo() {
		Refused refused = refused("box-other", 4).value("{\"candidateId\": \"box-3\"}").at(4_000);
		this.box.take(List.of(refused.record(5)));
		this.box.take(List.of(tombstone("box-3")));
		assertThat(letter(refused).content()).isEqualTo(Content.FORGOTTEN);
	}

	@Test
	void bytesOfAnyKindAreKeptAsTheyAre() {
		byte[] garbage = new byte[300];
		new Random(1).nextBytes(garbage);
		ConsumerRecord<byte[], byte[]> message = new ConsumerRecord<>(
				this.codec.topics().deadLetters(this.codec.topics().name(EventType.ANSWER_SCORED)), 0, 900_001, garbage,
				garbage);
		message.headers().add("x", garbage).add("x", null);
		this.box.take(List.of(message));
		RawRecord raw = Objects.requireNonNull(this.letters.raw(message.topic() + "-0-900001").block());
		assertThat(raw.key()).isEqualTo(garbage);
		assertThat(raw.value()).isEqualTo(garbage);
		assertThat(raw.headers()).hasSize(2);
	}

	@Test
	void aRecordThatIsTooLargeIsKnownButNotSent() {
		Refused refused = refused("box-5", 6).header("dlt-left-out", "7000000");
		this.box.take(List.of(refused.record(6)));
		assertThat(letter(refused)).returns(Content.LEFT_OUT, DeadLetter::content).returns(7_000_000, DeadLetter::size);
		assertThatThrownBy(() -> DeadLetterSender.sendable(letter(refused))).isInstanceOf(ProblemException.class);
	}

	@Test
	void aCrashBetweenSendingAndNotingItLeavesOneLetterThatWaits() {
		Refused refused = refused("box-6", 7);
		this.box.take(List.of(refused.record(7)));
		DeadLetter deadLetter = letter(refused);
		// noted and sent; the process ends before that is noted
		this.letters
			.change(deadLetter.id(),
					(found) -> found.orElseThrow()
						.sending("root", Instant.now(), refused.refusal().raw().digest(), null, false))
			.block();
		assertThat(letter(refused).state()).isEqualTo(DeadLetterState.WAITING);
		this.box.take(List
			.of(refused.place(8).header(Refusal.REPLAYED, deadLetter.id()).header(Refusal.ATTEMPT, "1").record(8)));
		assertThat(letter(refused)).returns(DeadLetterState.WAITING, DeadLetter::state)
			.returns(2, DeadLetter::attempts);
		assertThat(about("box-6")).isEqualTo(1);
	}

	@Test
	void aReplayThatWasInterruptedIsTakenOverAndCountsEachLetterOnce() {
		Refused one = refused("box-7a", 9);
		Refused two = refused("box-7b", 10);
		this.box.take(List.of(one.record(9), two.record(10)));
		String id = "interrupted";
		this.deadLetterSender.send(new DeadLetterSender.Order(letter(one).id(), "root", id, null, null)).block();
		BulkReplay left = BulkReplay.start(id, "box-7", null, "root", Instant.now())
			.of(2)
			.leased("an instance that died", Instant.EPOCH, Duration.ofSeconds(1))
			.next(List.of(letter(one).id(), letter(two).id()), Instant.now());
		this.replays.change(id, (none) -> Decision.write(left, List.of(), left)).block();
		this.worker.workOn(id).block();
		Awaitility.await()
			.untilAsserted(() -> assertThat(Objects.requireNonNull(this.replays.find(id).block()).state())
				.returns(BulkReplay.Status.DONE, BulkReplay::status)
				.returns(2L, BulkReplay::sent)
				.returns(0L, BulkReplay::skipped));
		assertThat(letter(one).lastAttempt()).isEqualTo(1);
		assertThat(letter(two).sentBy(id)).isTrue();
	}

	@Test
	void aCancelledReplaySendsNothingMore() {
		Refused refused = refused("box-8", 11);
		this.box.take(List.of(refused.record(11)));
		BulkReplay cancelled = BulkReplay.start("cancelled", letter(refused).topic(), null, "root", Instant.now())
			.cancelled(Instant.now());
		this.replays.change("cancelled", (none) -> Decision.write(cancelled, List.of(), cancelled)).block();
		this.worker.workOn("cancelled").block();
		assertThat(letter(refused).lastAttempt()).isZero();
	}

	@Test
	void valuesAreNotEditedUnlessThatIsAllowed() {
		Refused refused = refused("box-9", 12);
		this.box.take(List.of(refused.record(12)));
		DeadLetterProperties asShipped = new DeadLetterProperties(DeadLetterProperties.Editing.NEVER, 50,
				Duration.ofSeconds(30), Duration.ofSeconds(15));
		DeadLetterService service = new DeadLetterService(this.letters, this.deadLetterSender, this.codec, asShipped,
				Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)));
		assertThatThrownBy(() -> service.replay(ROOT, letter(refused).id(), Refused.bytes("{}"), null).block())
			.isInstanceOfSatisfying(ProblemException.class,
					(problem) -> assertThat(problem.type()).isEqualTo(ProblemTypes.FORBIDDEN));
		assertThat(letter(refused).lastAttempt()).isZero();
	}

	@Test
	void theLettersThatWaitAreMeasuredByTopic() {
		String topic = this.codec.topics().name(EventType.RECOMMENDATION_GIVEN);
		this.box.take(List.of(refused("box-10", 13).topic(topic).record(13)));
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.meters.get("vivavoce.dead.letters").tag("topic", topic).gauge().value())
						.isPositive());
	}

	private ConsumerRecord<byte[], byte[]> tombstone(String key) {
		return new ConsumerRecord<>(this.codec.topics().name(EventType.CANDIDATE_PROFILED), 0, 0, 5_000,
				TimestampType.CREATE_TIME, 0, 0, Refused.bytes(key), null, new RecordHeaders(), Optional.empty());
	}

	private Refused refused(String key, int place) {
		// behind everything that is really on the topic
		return Refused.of(key, 1_000_000 + place)
			.topic(this.codec.topics().name(EventType.ANSWER_SCORED))
			.value("{\"key\": \"" + key + "\"}");
	}

	private DeadLetter letter(Refused refused) {
		return Objects.requireNonNull(this.letters.find(refused.topic() + "-0-" + refused.place()).block());
	}

	private long about(String key) {
		return Objects
			.requireNonNull(this.letters.count(new DeadLetterQuery(null, null, null, key, null).filter()).block());
	}

}
