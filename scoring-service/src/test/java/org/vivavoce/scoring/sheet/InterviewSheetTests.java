package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.Overall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vivavoce.scoring.Interviews.at;
import static org.vivavoce.scoring.Interviews.closed;
import static org.vivavoce.scoring.Interviews.envelope;
import static org.vivavoce.scoring.Interviews.minute;
import static org.vivavoce.scoring.Interviews.opened;
import static org.vivavoce.scoring.Interviews.question;
import static org.vivavoce.scoring.Interviews.served;

class InterviewSheetTests {

	@Test
	void anOpenedInterviewHasASheetForItsPanel() {
		Sheet sheet = fold(envelope(opened("int-1", "cand-1", 0))).sheet();
		assertThat(sheet.hasPanelMember("interviewer-1")).isTrue();
		assertThat(sheet.hasPanelMember("interviewer-3")).isFalse();
		assertThat(sheet.since()).isEqualTo(minute(0));
		assertThat(sheet.served()).isEmpty();
	}

	@Test
	void aServedQuestionAloneIsEnoughForASheet() {
		Sheet sheet = fold(envelope(served("int-1", "cand-1", 1, "q-1", 5))).sheet();
		assertThat(sheet.hasPanelMember("interviewer-2")).isTrue();
		assertThat(sheet.served("q-1")).hasValueSatisfying((each) -> assertThat(each.position()).isEqualTo(1));
		assertThat(sheet.since()).isEqualTo(minute(5));
	}

	@Test
	void aClosingAloneMakesNoKnownSheet() {
		Sheet sheet = fold(envelope(closed("int-1", "cand-1", InterviewOutcome.NO_SHOW, 9))).sheet();
		assertThat(sheet.hasPanelMember("interviewer-1")).isFalse();
		assertThat(sheet.details()).isNull();
	}

	@Test
	void questionsStandInTheOrderOfTheirPositions() {
		InterviewSheet sheet = fold(envelope(served("int-1", "cand-1", 3, "q-3", 7)),
				envelope(served("int-1", "cand-1", 1, "q-1", 5)), envelope(served("int-1", "cand-1", 2, "q-2", 6)));
		assertThat(sheet.sheet().served()).extracting(Serving::questionId).containsExactly("q-1", "q-2", "q-3");
	}

	@Test
	void theLatestEventNamesThePanelWhicheverKindItIs() {
		Envelope opened = envelope(opened("int-1", "cand-1", List.of("old"), 0));
		Envelope served = envelope(served("int-1", "cand-1", List.of("new"), 1, question("q-1", 1), 5));
		assertThat(fold(served, opened).sheet().hasPanelMember("new")).isTrue();
		assertThat(fold(opened, served).sheet().hasPanelMember("old")).isFalse();
	}

	@Test
	void atTheSameTimeTheGreaterEventIdWins() {
		Envelope first = at(5, "a", served("int-1", "cand-1", List.of("p"), 1, question("q-1", 1), 5));
		Envelope second = at(5, "b", served("int-1", "cand-1", List.of("p"), 1, question("q-1", 2), 5));
		assertThat(fold(first, second)).isEqualTo(fold(second, first));
		assertThat(fold(second, first).sheet().served().getFirst().question().revision()).isEqualTo(2);
	}

	@Test
	void oneIdAtOneTimeFromTwoProducersIsDecidedByTheContent() {
		Envelope one = at(5, "a", closed("int-1", "cand-1", InterviewOutcome.COMPLETED, 5));
		Envelope other = at(5, "a", closed("int-1", "cand-1", InterviewOutcome.ABANDONED, 5));
		assertThat(fold(one, other)).isEqualTo(fold(other, one));
	}

	@Test
	void theLastClosingCounts() {
		Envelope first = envelope(closed("int-1", "cand-1", InterviewOutcome.ABANDONED, 20));
		Envelope corrected = envelope(closed("int-1", "cand-1", InterviewOutcome.COMPLETED, 21));
		for (InterviewSheet sheet : List.of(fold(first, corrected), fold(corrected, first))) {
			assertThat(sheet.sheet().closing()).isNotNull()
				.extracting(Closing::outcome)
				.isEqualTo(InterviewOutcome.COMPLETED);
		}
	}

	@Test
	void aRepeatedEventGivesTheSameInstance() {
		Envelope event = envelope(served("int-1", "cand-1", 1, "q-1", 5));
		InterviewSheet sheet = fold(envelope(opened("int-1", "cand-1", 0)), event);
		assertThat(InterviewSheet.fold(sheet, event)).isSameAs(sheet);
		assertThat(InterviewSheet.fold(sheet, envelope(opened("int-1", "cand-1", 0)))).isSameAs(sheet);
	}

	@Test
	void whatIsForgottenStaysForgottenWheneverItArrives() {
		Envelope opened = envelope(opened("int-1", "cand-1", 0));
		Envelope served = envelope(served("int-1", "cand-1", 1, "q-1", 5));
		InterviewSheet forgotten = fold(opened, served).forget(minute(5));
		assertThat(forgotten).isEqualTo(new InterviewSheet("cand-1", minute(5), Sheet.blank("int-1")));
		assertThat(InterviewSheet.fold(forgotten, opened)).isSameAs(forgotten);
		assertThat(forgotten.forget(minute(4))).isSameAs(forgotten);
		assertThat(Scoring.forgotten(forgotten)).isTrue();
	}

	@Test
	void whatHappensAfterTheForgettingCounts() {
		InterviewSheet sheet = fold(envelope(opened("int-1", "cand-1", 0))).forget(minute(5));
		Envelope later = envelope(served("int-1", "cand-1", 1, "q-1", 6));
		InterviewSheet again = InterviewSheet.fold(sheet, later);
		assertThat(again).isEqualTo(fold(later).forget(minute(5)));
		assertThat(Scoring.forgotten(again)).isFalse();
	}

	@Test
	void onlyAForgottenCandidateIsForgotten() {
		InterviewSheet sheet = fold(envelope(opened("int-1", "cand-1", 0)));
		assertThat(sheet.forgottenBy(null)).isSameAs(sheet);
		assertThat(sheet.forgottenBy(new Candidate("cand-1", null, null))).isSameAs(sheet);
		assertThat(sheet.forgottenBy(new Candidate("cand-1", minute(5), null))).isEqualTo(sheet.forget(minute(5)));
	}

	@Test
	void ratingsAreForgottenWithWhatTheyWereGivenFor() {
		InterviewSheet sheet = rated(
				fold(envelope(opened("int-1", "cand-1", 0)), envelope(served("int-1", "cand-1", 1, "q-1", 5))), "q-1",
				minute(12));
		assertThat(Scoring.forgotten(sheet.forget(minute(10))))
			.as("rated after the person was forgotten, but for an older answer")
			.isTrue();
	}

	@Test
	void ratingsOfANewInterviewStay() {
		InterviewSheet sheet = rated(fold(envelope(served("int-2", "cand-1", 1, "q-1", 11))), "q-1", minute(12));
		assertThat(sheet.forget(minute(10)).sheet()).isEqualTo(sheet.sheet());
	}

	@Test
	void aSheetStandsWhereItsInterviewWasPlanned() {
		InterviewSheet planned = fold(envelope(opened("int-1", "cand-1", 3)),
				envelope(served("int-1", "cand-1", 1, "q-1", 1)));
		assertThat(planned.since()).isEqualTo(minute(3));
		InterviewSheet unplanned = fold(envelope(served("int-2", "cand-1", 1, "q-1", 50)),
				envelope(closed("int-2", "cand-1", InterviewOutcome.COMPLETED, 60)));
		assertThat(unplanned.since()).isEqualTo(minute(50));
	}

	@Test
	void anEventThatNamesAnotherCandidateIsRefusedWithASentence() {
		InterviewSheet sheet = fold(envelope(opened("int-1", "cand-1", 0)));
		assertThatThrownBy(() -> InterviewSheet.fold(sheet, envelope(served("int-1", "cand-2", 1, "q-1", 5))))
			.hasMessage("interview 'int-1' is one of candidate 'cand-1', not of 'cand-2'");
		assertThatThrownBy(() -> InterviewSheet.fold(sheet.forget(minute(9)),
				envelope(closed("int-1", "cand-2", InterviewOutcome.NO_SHOW, 5))))
			.isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void joiningKeepsTheHighestRevisionOfEachMember() {
		InterviewSheet first = rated(fold(envelope(served("int-1", "cand-1", 1, "q-1", 5))), "q-1", minute(6));
		InterviewSheet corrected = rated(first, "q-1", 4, minute(7));
		InterviewSheet recommended = ((Outcome.Accepted<Recommendation>) Scoring.recommend(first, "interviewer-2",
				new RecommendationContent(Overall.NO, null), minute(8)))
			.sheet();
		InterviewSheet joined = corrected.joined(recommended);
		assertThat(joined).isEqualTo(recommended.joined(corrected));
		assertThat(joined.sheet().ratings()).singleElement().extracting(Rating::revision).isEqualTo(2);
		assertThat(joined.sheet().recommendations()).hasSize(1);
		assertThat(corrected.joined(first)).isSameAs(corrected);
	}

	@Test
	void joiningBringsNothingBackThatWasForgotten() {
		InterviewSheet full = rated(fold(envelope(served("int-1", "cand-1", 1, "q-1", 5))), "q-1", minute(6));
		InterviewSheet forgotten = full.forget(minute(9));
		assertThat(forgotten.joined(full)).isSameAs(forgotten);
		assertThat(full.joined(forgotten)).isEqualTo(forgotten);
	}

	@Test
	void aLowerRevisionThatIsRememberedCountsMoreThanAHigherOneThatIsForgotten() {
		Envelope again = envelope(served("int-1", "cand-1", 1, "q-1", 11));
		InterviewSheet before = rated(rated(fold(envelope(served("int-1", "cand-1", 1, "q-1", 5))), "q-1", minute(6)),
				"q-1", 4, minute(7));
		InterviewSheet anew = rated(fold(again).forget(minute(10)), "q-1", minute(12));
		assertThat(before.joined(anew)).isEqualTo(anew);
		assertThat(anew.joined(before)).isSameAs(anew);
	}

	private static InterviewSheet rated(InterviewSheet sheet, String question, Instant now) {
		return rated(sheet, question, 3, now);
	}

	private static InterviewSheet rated(InterviewSheet sheet, String question, int rating, Instant now) {
		Outcome<Rating> outcome = Scoring.rate(sheet, question, "interviewer-1",
				new RatingContent(rating, false, List.of(), null), now);
		assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
		return ((Outcome.Accepted<Rating>) outcome).sheet();
	}

	private static InterviewSheet fold(Envelope... envelopes) {
		InterviewSheet sheet = null;
		for (Envelope envelope : envelopes) {
			sheet = InterviewSheet.fold(sheet, envelope);
		}
		return Objects.requireNonNull(sheet);
	}

}
