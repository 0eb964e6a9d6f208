package org.vivavoce.report.deadletter;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.vivavoce.platform.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LetterTests {

	private static final Instant NOW = Instant.ofEpochMilli(5_000);

	private static final Refused REFUSED = Refused.of("c-1", 7);

	private final Letter letter = Letter.first("answer-scored-0-7", REFUSED.refusal());

	@Test
	void aSecondPublicationOfOneRefusalChangesNothing() {
		assertThat(this.letter.refused(REFUSED.refusal())).isSameAs(this.letter);
		assertThat(this.letter.attempts()).isEqualTo(1);
	}

	@Test
	void whatIsSentAgainIsDoneUntilItIsRefusedAgain() {
		Letter sent = sending(this.letter).sent(1, "root", NOW, null);
		assertThat(sent.state()).isEqualTo(LetterState.SENT_AGAIN);
		assertThat(sent.refused(returned(8, 1))).returns(LetterState.WAITING, Letter::state)
			.returns(2, Letter::attempts);
	}

	@Test
	void aRefusalThatIsFasterThanTheNoteOfTheSendingKeepsTheLetterWaiting() {
		Letter back = sending(this.letter).refused(returned(8, 1));
		assertThat(back.sent(1, "root", NOW, null).state()).isEqualTo(LetterState.WAITING);
	}

	@Test
	void aLateRefusalOfAnEarlierSendingDoesNotTakeBackTheLatest() {
		Letter twice = sending(sending(this.letter).sent(1, "root", NOW, null)).sent(2, "root", NOW, null);
		assertThat(twice.refused(returned(8, 1)).state()).isEqualTo(LetterState.SENT_AGAIN);
		assertThat(twice.refused(returned(9, 2)).state()).isEqualTo(LetterState.WAITING);
	}

	@Test
	void aSendingThatIsNotNotedAsDoneLeavesTheLetterWaiting() {
		assertThat(sending(this.letter).state()).isEqualTo(LetterState.WAITING);
	}

	@Test
	void whatIsDiscardedStaysSoUntilSomebodySendsItAgain() {
		Letter discarded = sending(this.letter).discarded("root", NOW, "sent by hand");
		assertThat(discarded.refused(returned(8, 1)).state()).isEqualTo(LetterState.DISCARDED);
		assertThat(discarded.sent(1, "root", NOW, null).state()).isEqualTo(LetterState.DISCARDED);
		assertThat(sending(discarded).sent(2, "root", NOW, null).state()).isEqualTo(LetterState.SENT_AGAIN);
	}

	@Test
	void eachChangeHasATagOfItsOwn() {
		assertThat(sending(this.letter).tag()).isNotEqualTo(this.letter.tag());
	}

	@Test
	void aForgottenLetterHoldsNothingOfTheRecordAndIsNotSent() {
		Letter forgotten = sending(this.letter).forgotten(NOW);
		assertThat(forgotten.toString()).doesNotContain("because").doesNotContain(REFUSED.refusal().raw().digest());
		assertThat(forgotten.refused(returned(8, 1)).toString()).doesNotContain("because");
		assertThatThrownBy(() -> Resending.sendable(forgotten)).isInstanceOf(ProblemException.class);
		assertThat(forgotten.is(REFUSED.refusal())).isTrue();
	}

	@Test
	void aReturnedRecordIsTheLetterThatItWasSentFor() {
		Map<String, Letter> known = Map.of(this.letter.id(), this.letter);
		assertThat(LetterBox.identify(returned(8, 1), known)).isEqualTo(this.letter.id());
		assertThat(LetterBox.identify(REFUSED.refusal(), known)).isEqualTo(this.letter.id());
	}

	@Test
	void anEditedValueThatComesBackIsKnownByWhatWasSent() {
		Refusal edited = REFUSED.value("{\"edited\": 1}")
			.place(8)
			.header(Refusal.REPLAYED, this.letter.id())
			.header(Refusal.ATTEMPT, "1")
			.refusal();
		assertThat(this.letter.is(edited)).isFalse();
		assertThat(this.letter.sending("root", NOW, edited.raw().digest(), null, true).is(edited)).isTrue();
	}

	@Test
	void whoOnlyClaimsToBeALetterIsOneOfTheirOwn() {
		Map<String, Letter> known = Map.of(this.letter.id(), this.letter);
		Refused other = REFUSED.value("{\"other\": 1}");
		assertThat(LetterBox.identify(other.place(8).header(Refusal.REPLAYED, this.letter.id()).refusal(), known))
			.isEqualTo("answer-scored-0-8");
		assertThat(LetterBox.identify(other.refusal(), known)).isEqualTo("answer-scored-dlt-0-107");
		assertThat(LetterBox
			.identify(REFUSED.topic("interview-closed").header(Refusal.REPLAYED, this.letter.id()).refusal(), known))
			.isEqualTo("interview-closed-0-7");
	}

	@Test
	void aRecordThatDoesNotSayWhereItCameFromIsKnownByWhereItLies() {
		Refusal refusal = REFUSED.header("dlt-original-offset", "-1; drop").refusal();
		assertThat(refusal.place()).isEqualTo("answer-scored-dlt-0-107");
		assertThat(Letter.first(refusal.place(), refusal).partition()).isNull();
	}

	@Test
	void equalFaultsOfDifferentRecordsAreOfOneKind() {
		assertThat(Refused.of("c-1", 1).value("{").refusal().kind())
			.isEqualTo(Refused.of("c-2", 2).value("[1").refusal().kind());
	}

	private static Letter sending(Letter letter) {
		return letter.sending("root", NOW, REFUSED.refusal().raw().digest(), null, false);
	}

	private Refusal returned(int place, int attempt) {
		return REFUSED.place(place)
			.header(Refusal.REPLAYED, this.letter.id())
			.header(Refusal.ATTEMPT, Integer.toString(attempt))
			.refusal();
	}

}
