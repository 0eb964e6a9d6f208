package org.vivavoce.report.deadletter;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.vivavoce.platform.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeadLetterTests {

	private static final Instant NOW = Instant.ofEpochMilli(5_000);

	private static final RefusedRecord REFUSED = RefusedRecord.of("c-1", 7);

	private final DeadLetter deadLetter = DeadLetter.first("answer-scored-0-7", REFUSED.refusal());

	@Test
	void aSecondPublicationOfOneRefusalChangesNothing() {
		assertThat(this.deadLetter.refused(REFUSED.refusal())).isSameAs(this.deadLetter);
		assertThat(this.deadLetter.attempts()).isEqualTo(1);
	}

	@Test
	void whatIsSentAgainIsDoneUntilItIsRefusedAgain() {
		DeadLetter sent = sending(this.deadLetter).sent(1, "root", NOW, null);
		assertThat(sent.state()).isEqualTo(DeadLetterState.SENT_AGAIN);
		assertThat(sent.refused(returned(8, 1))).returns(DeadLetterState.WAITING, DeadLetter::state)
			.returns(2, DeadLetter::attempts);
	}

	@Test
	void aRefusalThatIsFasterThanTheNoteOfTheSendingKeepsTheDeadLetterWaiting() {
		DeadLetter back = sending(this.deadLetter).refused(returned(8, 1));
		assertThat(back.sent(1, "root", NOW, null).state()).isEqualTo(DeadLetterState.WAITING);
	}

	@Test
	void aLateRefusalOfAnEarlierSendingDoesNotTakeBackTheLatest() {
		DeadLetter twice = sending(sending(this.deadLetter).sent(1, "root", NOW, null)).sent(2, "root", NOW, null);
		assertThat(twice.refused(returned(8, 1)).state()).isEqualTo(DeadLetterState.SENT_AGAIN);
		assertThat(twice.refused(returned(9, 2)).state()).isEqualTo(DeadLetterState.WAITING);
	}

	@Test
	void aSendingThatIsNotStoredAsDoneLeavesTheDeadLetterWaiting() {
		assertThat(sending(this.deadLetter).state()).isEqualTo(DeadLetterState.WAITING);
	}

	@Test
	void whatIsDiscardedStaysSoUntilSomebodySendsItAgain() {
		DeadLetter discarded = sending(this.deadLetter).discarded("root", NOW, "sent by hand");
		assertThat(discarded.refused(returned(8, 1)).state()).isEqualTo(DeadLetterState.DISCARDED);
		assertThat(discarded.sent(1, "root", NOW, null).state()).isEqualTo(DeadLetterState.DISCARDED);
		assertThat(sending(discarded).sent(2, "root", NOW, null).state()).isEqualTo(DeadLetterState.SENT_AGAIN);
	}

	@Test
	void eachChangeHasATagOfItsOwn() {
		assertThat(sending(this.deadLetter).tag()).isNotEqualTo(this.deadLetter.tag());
	}

	@Test
	void aForgottenDeadLetterHoldsNothingOfTheRecordAndIsNotSent() {
		DeadLetter forgotten = sending(this.deadLetter).forgotten(NOW);
		assertThat(forgotten.toString()).doesNotContain("because").doesNotContain(REFUSED.refusal().raw().digest());
		assertThat(forgotten.refused(returned(8, 1)).toString()).doesNotContain("because");
		assertThatThrownBy(() -> DeadLetterSender.sendable(forgotten)).isInstanceOf(ProblemException.class);
		assertThat(forgotten.matches(REFUSED.refusal())).isTrue();
	}

	@Test
	void aReturnedRecordBelongsToTheDeadLetterThatItWasSentFor() {
		Map<String, DeadLetter> known = Map.of(this.deadLetter.id(), this.deadLetter);
		assertThat(DeadLetterCollector.identify(returned(8, 1), known)).isEqualTo(this.deadLetter.id());
		assertThat(DeadLetterCollector.identify(REFUSED.refusal(), known)).isEqualTo(this.deadLetter.id());
	}

	@Test
	void anEditedValueThatComesBackIsKnownByWhatWasSent() {
		Refusal edited = REFUSED.value("{\"edited\": 1}")
			.place(8)
			.header(Refusal.REPLAYED, this.deadLetter.id())
			.header(Refusal.ATTEMPT, "1")
			.refusal();
		assertThat(this.deadLetter.matches(edited)).isFalse();
		assertThat(this.deadLetter.sending("root", NOW, edited.raw().digest(), null, true).matches(edited)).isTrue();
	}

	@Test
	void aRecordThatOnlyClaimsADeadLetterBecomesOneOfItsOwn() {
		Map<String, DeadLetter> known = Map.of(this.deadLetter.id(), this.deadLetter);
		RefusedRecord other = REFUSED.value("{\"other\": 1}");
		assertThat(DeadLetterCollector.identify(other.place(8).header(Refusal.REPLAYED, this.deadLetter.id()).refusal(),
				known))
			.isEqualTo("answer-scored-0-8");
		assertThat(DeadLetterCollector.identify(other.refusal(), known)).isEqualTo("answer-scored-dlt-0-107");
		assertThat(DeadLetterCollector.identify(
				REFUSED.topic("interview-closed").header(Refusal.REPLAYED, this.deadLetter.id()).refusal(), known))
			.isEqualTo("interview-closed-0-7");
	}

	@Test
	void aRecordThatDoesNotSayWhereItCameFromIsKnownByWhereItLies() {
		Refusal refusal = REFUSED.header("dlt-original-offset", "-1; drop").refusal();
		assertThat(refusal.place()).isEqualTo("answer-scored-dlt-0-107");
		assertThat(DeadLetter.first(refusal.place(), refusal).partition()).isNull();
	}

	@Test
	void equalFaultsOfDifferentRecordsAreOfOneKind() {
		assertThat(RefusedRecord.of("c-1", 1).value("{").refusal().kind())
			.isEqualTo(RefusedRecord.of("c-2", 2).value("[1").refusal().kind());
	}

	private static DeadLetter sending(DeadLetter deadLetter) {
		return deadLetter.sending("root", NOW, REFUSED.refusal().raw().digest(), null, false);
	}

	private Refusal returned(int place, int attempt) {
		return REFUSED.place(place)
			.header(Refusal.REPLAYED, this.deadLetter.id())
			.header(Refusal.ATTEMPT, Integer.toString(attempt))
			.refusal();
	}

}
