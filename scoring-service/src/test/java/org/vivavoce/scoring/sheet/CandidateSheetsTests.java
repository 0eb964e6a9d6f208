package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.InterviewOutcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.scoring.Interviews.at;
import static org.vivavoce.scoring.Interviews.closed;
import static org.vivavoce.scoring.Interviews.envelope;
import static org.vivavoce.scoring.Interviews.forgotten;
import static org.vivavoce.scoring.Interviews.minute;
import static org.vivavoce.scoring.Interviews.opened;
import static org.vivavoce.scoring.Interviews.question;
import static org.vivavoce.scoring.Interviews.served;

class CandidateSheetsTests {

	@Test
	void anOpenedInterviewHasASheetForItsPanel() {
		Sheet sheet = sheet(fold(envelope(opened("int-1", "cand-1", 0))), "int-1");
		assertThat(sheet.hasPanelMember("interviewer-1")).isTrue();
		assertThat(sheet.hasPanelMember("interviewer-3")).isFalse();
		assertThat(sheet.since()).isEqualTo(minute(0));
		assertThat(sheet.served()).isEmpty();
	}

	@Test
	void aServedQuestionAloneIsEnoughForASheet() {
		Sheet sheet = sheet(fold(envelope(served("int-1", "cand-1", 1, "q-1", 5))), "int-1");
		assertThat(sheet.hasPanelMember("interviewer-2")).isTrue();
		assertThat(sheet.served("q-1")).hasValueSatisfying((each) -> assertThat(each.position()).isEqualTo(1));
		assertThat(sheet.since()).isEqualTo(minute(5));
	}

	@Test
	void aClosingAloneMakesNoKnownSheet() {
		CandidateSheets sheets = fold(envelope(closed("int-1", "cand-1", InterviewOutcome.NO_SHOW, 9)));
		assertThat(sheet(sheets, "int-1").hasPanelMember("interviewer-1")).isFalse();
		assertThat(Scoring.known(sheets, "int-1")).isNull();
	}

	@Test
	void questionsStandInTheOrderOfTheirPositions() {
		CandidateSheets sheets = fold(envelope(served("int-1", "cand-1", 3, "q-3", 7)),
				envelope(served("int-1", "cand-1", 1, "q-1", 5)), envelope(served("int-1", "cand-1", 2, "q-2", 6)));
		assertThat(sheet(sheets, "int-1").served()).extracting(Serving::questionId)
			.containsExactly("q-1", "q-2", "q-3");
	}

	@Test
	void theLatestEventNamesThePanelWhicheverKindItIs() {
		Envelope opened = envelope(opened("int-1", "cand-1", List.of("old"), 0));
		Envelope served = envelope(served("int-1", "cand-1", List.of("new"), 1, question("q-1", 1), 5));
		assertThat(sheet(fold(served, opened), "int-1").hasPanelMember("new")).isTrue();
		assertThat(sheet(fold(opened, served), "int-1").hasPanelMember("old")).isFalse();
	}

	@Test
	void atTheSameTimeTheGreaterEventIdWins() {
		Envelope first = at(5, "a", served("int-1", "cand-1", List.of("p"), 1, question("q-1", 1), 5));
		Envelope second = at(5, "b", served("int-1", "cand-1", List.of("p"), 1, question("q-1", 2), 5));
		assertThat(fold(first, second)).isEqualTo(fold(second, first));
		assertThat(sheet(fold(second, first), "int-1").served().getFirst().question().revision()).isEqualTo(2);
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
		for (CandidateSheets sheets : List.of(fold(first, corrected), fold(corrected, first))) {
			assertThat(sheet(sheets, "int-1").closing()).isNotNull()
				.extracting(Closing::outcome)
				.isEqualTo(InterviewOutcome.COMPLETED);
		}
	}

	@Test
	void aRepeatedEventGivesTheSameInstance() {
		Envelope event = envelope(served("int-1", "cand-1", 1, "q-1", 5));
		CandidateSheets sheets = fold(envelope(opened("int-1", "cand-1", 0)), event);
		assertThat(CandidateSheets.fold(sheets, event)).isSameAs(sheets);
		assertThat(CandidateSheets.fold(sheets, envelope(opened("int-1", "cand-1", 0)))).isSameAs(sheets);
	}

	@Test
	void theLatestProfileNamesTheCandidate() {
		Envelope ada = at(3, "e-1", new CandidateProfiled("cand-1", "Ada", Map.of()));
		Envelope grace = at(5, "e-2", new CandidateProfiled("cand-1", "Grace", Map.of()));
		assertThat(fold(ada, grace).name()).isEqualTo("Grace");
		assertThat(fold(grace, ada).name()).isEqualTo("Grace");
		assertThat(CandidateSheets.fold(fold(grace), ada)).isEqualTo(fold(grace));
		assertThat(fold(grace).sheets()).isEmpty();
	}

	@Test
	void aForgottenCandidateHasNoName() {
		Envelope ada = at(3, "e-1", new CandidateProfiled("cand-1", "Ada", Map.of()));
		assertThat(fold(ada, forgotten("cand-1", 3)).name()).isNull();
		assertThat(fold(forgotten("cand-1", 3), ada).name()).isNull();
	}

	@Test
	void whatIsForgottenStaysForgottenWheneverItArrives() {
		Envelope opened = envelope(opened("int-1", "cand-1", 0));
		Envelope served = envelope(served("int-1", "cand-1", 1, "q-1", 5));
		CandidateSheets forgotten = fold(opened, forgotten("cand-1", 5), served);
		assertThat(forgotten).isEqualTo(new CandidateSheets("cand-1", minute(5), null, List.of()));
		assertThat(CandidateSheets.fold(forgotten, opened)).isSameAs(forgotten);
		assertThat(CandidateSheets.fold(forgotten, forgotten("cand-1", 4))).isSameAs(forgotten);
	}

	@Test
	void anInterviewAfterTheForgettingIsANewOne() {
		CandidateSheets sheets = fold(envelope(opened("int-1", "cand-1", 0)), envelope(opened("int-2", "cand-1", 9)),
				forgotten("cand-1", 5));
		assertThat(sheets.sheets()).extracting(Sheet::interviewId).containsExactly("int-2");
	}

	@Test
	void ratingsAreForgottenWithWhatTheyWereGivenFor() {
		CandidateSheets sheets = rated(
				fold(envelope(opened("int-1", "cand-1", 0)), envelope(served("int-1", "cand-1", 1, "q-1", 5))), "int-1",
				"q-1", minute(12));
		CandidateSheets left = CandidateSheets.fold(sheets, forgotten("cand-1", 10));
		assertThat(left.sheets()).as("rated after the person was forgotten, but for an older answer").isEmpty();
	}

	@Test
	void ratingsOfANewInterviewStay() {
		CandidateSheets sheets = rated(fold(envelope(served("int-2", "cand-1", 1, "q-1", 11))), "int-2", "q-1",
				minute(12));
		assertThat(CandidateSheets.fold(sheets, forgotten("cand-1", 10)).sheets()).isEqualTo(sheets.sheets());
	}

	@Test
	void aSheetStandsWhereItsInterviewWasPlanned() {
		CandidateSheets sheets = fold(envelope(opened("int-1", "cand-1", 3)),
				envelope(served("int-1", "cand-1", 1, "q-1", 1)), envelope(served("int-2", "cand-1", 1, "q-1", 50)),
				envelope(closed("int-2", "cand-1", InterviewOutcome.COMPLETED, 60)));
		assertThat(sheet(sheets, "int-1").since()).isEqualTo(minute(3));
		assertThat(sheet(sheets, "int-2").since()).isEqualTo(minute(50));
	}

	private static CandidateSheets rated(CandidateSheets sheets, String interview, String question, Instant now) {
		Outcome<Rating> outcome = Scoring.rate(sheets, interview, question, "interviewer-1",
				new RatingContent(3, false, List.of(), null), now);
		assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
		return ((Outcome.Accepted<Rating>) outcome).sheets();
	}

	private static CandidateSheets fold(Envelope... envelopes) {
		CandidateSheets sheets = CandidateSheets.none("cand-1");
		for (Envelope envelope : envelopes) {
			sheets = CandidateSheets.fold(sheets, envelope);
		}
		return sheets;
	}

	private static Sheet sheet(CandidateSheets sheets, String interview) {
		return sheets.sheet(interview).orElseThrow();
	}

}
