package org.vivavoce.report.scorecard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.vivavoce.contracts.Coverage;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;
import org.vivavoce.contracts.ScorecardOutcome;

import static org.assertj.core.api.Assertions.assertThat;

class GradingTests {

	@Test
	void anAnswersScoreIsTheMeanRatingBetweenMissedAndExceptional() {
		Scorecard.Answer answer = answer(History.of("c")
			.served("iv", "q", Level.MID)
			.scored("iv", "q", "ann", 4)
			.scored("iv", "q", "ben", 1)
			.scored("iv", "q", "cy", 2));
		assertThat(answer.score()).isEqualTo(4.0 / 9);
		assertThat(answer.counted()).isTrue();
	}

	@Test
	void notAssessedIsNoMiddleRating() {
		History history = History.of("c").served("iv", "q", Level.MID).scored("iv", "q", "ann", null);
		assertThat(answer(history)).returns(null, Scorecard.Answer::score).returns(false, Scorecard.Answer::counted);
		assertThat(answer(history.scored("iv", "q", "ben", 4)).score()).isEqualTo(1.0);
		assertThat(history.scorecard().score()).isEqualTo(100.0);
	}

	/** Beside an exceptional answer at level, which weighs 1, an answer that misses. */
	@ParameterizedTest
	@CsvSource({ "MID, MID, 50.0", "MID, JUNIOR, 66.7", "SENIOR, JUNIOR, 80.0", "JUNIOR, JUNIOR, 50.0",
			"SENIOR, MID, 66.7" })
	void warmUpsWeighLess(Level target, Level level, double score) {
		assertThat(pair(target, level, 1).scorecard().score()).isEqualTo(score);
	}

	/** Beside an answer that misses at level, an exceptional one. */
	@ParameterizedTest
	@CsvSource({ "MID, SENIOR, 33.3", "JUNIOR, MID, 33.3", "JUNIOR, SENIOR, 20.0" })
	void stretchAnswersWeighLess(Level target, Level level, double score) {
		assertThat(History.of("c")
			.target(target)
			.served("iv", "at-level", target)
			.scored("iv", "at-level", "ann", 1)
			.served("iv", "stretch", level)
			.scored("iv", "stretch", "ann", 4)
			.scorecard()
			.score()).isEqualTo(score);
	}

	@Test
	void aStretchAnswerBelowSolidIsNotCountedAgainstAnyone() {
		Scorecard card = pair(Level.MID, Level.SENIOR, 2).scorecard();
		assertThat(card.score()).isEqualTo(100.0);
		assertThat(card.interviews().getFirst().answers().getLast()).returns(false, Scorecard.Answer::counted)
			.returns(1.0 / 3, Scorecard.Answer::score);
		assertThat(pair(Level.MID, Level.SENIOR, 3).scorecard().score()).isEqualTo(88.9);
	}

	@Test
	void theMeanOfAllMembersDecidesWhetherAStretchCounts() {
		History history = pair(Level.MID, Level.SENIOR, 2).scored("iv", "other", "ben", 4);
		assertThat(history.scorecard().interviews().getFirst().answers().getLast().counted()).isTrue();
		assertThat(history.scored("iv", "other", "cy", 2).scorecard().interviews().getFirst().answers().getLast())
			.returns(false, Scorecard.Answer::counted);
	}

	@Test
	void halvesAreRoundedUp() {
		// 249 of 400 are 62.25 percent
		History history = History.of("c").target(Level.MID);
		for (int i = 0; i < 400; i++) {
			history.served("iv", "q" + i, Level.MID).scored("iv", "q" + i, "ann", (i < 249) ? 4 : 1);
		}
		assertThat(history.scorecard().score()).isEqualTo(62.3);
	}

	@Test
	void anAnswerToAnUnknownQuestionIsShownAndNotCounted() {
		Scorecard card = History.of("c").opened("iv").scored("iv", "q", "ann", 4, true).scorecard();
		assertThat(card.score()).isNull();
		assertThat(card.coverage()).isEqualTo(new Coverage(3, 0, 1));
		assertThat(card.redFlags()).hasSize(1);
		assertThat(card.levels()).isEmpty();
		assertThat(card.interviews().getFirst().answers().getFirst()).returns(null, Scorecard.Answer::level)
			.returns(null, Scorecard.Answer::topic)
			.returns(null, Scorecard.Answer::prompt)
			.returns(null, Scorecard.Answer::position)
			.returns(1.0, Scorecard.Answer::score)
			.returns(false, Scorecard.Answer::counted)
			.returns(2, Scorecard.Answer::questionRevision);
	}

	@Test
	void scoresThatComeBeforeTheirQuestionCountOnceItCame() {
		History history = History.of("c").scored("iv", "q", "ann", 4);
		assertThat(history.scorecard().score()).isNull();
		assertThat(history.served("iv", "q", Level.MID).scorecard().score()).isEqualTo(100.0);
	}

	@Test
	void coverageAddsUpOverInterviews() {
		Scorecard card = History.of("c")
			.opened("iv", 5)
			.opened("iw", 4)
			.served("iv", "q", Level.MID)
			.served("iw", "q", Level.MID)
			.served("iw", "r", Level.MID)
			.scored("iw", "q", "ann", 2)
			.scored("iw", "r", "ann", null)
			.scorecard();
		// the served events say 3
		assertThat(card.coverage()).isEqualTo(new Coverage(6, 3, 1));
	}

	@Test
	void levelsTopicsAndInterviewsAreScoredByTheSameRule() {
		Scorecard card = History.of("c")
			.served("iv", "q", Level.MID, "orm")
			.served("iv", "r", Level.JUNIOR, "http")
			.served("iw", "s", Level.JUNIOR, "orm")
			.served("iw", "t", Level.SENIOR, "async")
			.scored("iv", "q", "ann", 4)
			.scored("iv", "r", "ann", 2)
			.scored("iw", "s", "ann", 1)
			.scorecard();
		assertThat(card.levels()).containsExactly(new Scorecard.LevelFigures(Level.JUNIOR, 2, 2, 16.7),
				new Scorecard.LevelFigures(Level.MID, 1, 1, 100.0),
				new Scorecard.LevelFigures(Level.SENIOR, 1, 0, null));
		assertThat(card.topics()).containsExactly(new Scorecard.TopicFigures("async", 1, 0, null),
				new Scorecard.TopicFigures("http", 1, 1, 33.3), new Scorecard.TopicFigures("orm", 2, 2, 66.7));
		assertThat(card.interviews()).extracting(Scorecard.Interview::score).containsExactly(77.8, 0.0);
		assertThat(card.score()).isEqualTo(58.3);
	}

	@Test
	void aRedFlagCountsOncePerQuestionWhoeverRaisedIt() {
		Scorecard card = History.of("c")
			.scored("iv", "q", "ben", 2, true)
			.scored("iv", "q", "ann", null, true)
			.scored("iv", "q", "cy", 2, false)
			.scored("iw", "q", "cy", 2, true)
			.scorecard();
		assertThat(card.redFlags()).containsExactly(new Scorecard.RedFlag("iv", "q", java.util.List.of("ann", "ben")),
				new Scorecard.RedFlag("iw", "q", java.util.List.of("cy")));
		assertThat(card.summary().redFlagCount()).isEqualTo(2);
	}

	@Test
	void aWithdrawnRedFlagIsGone() {
		assertThat(History.of("c")
			.scored("iv", "q", "ann", 2, true)
			.revision(2)
			.scored("iv", "q", "ann", 2, false)
			.scorecard()
			.redFlags()).isEmpty();
	}

	@Test
	void answersAreInTheOrderInWhichTheyWereAskedFor() {
		Scorecard card = History.of("c")
			.scored("iv", "a", "ann", 2)
			.served("iv", "z", Level.MID)
			.served("iv", "b", Level.MID)
			.scorecard();
		assertThat(card.interviews().getFirst().answers()).extracting(Scorecard.Answer::questionId)
			.containsExactly("z", "b", "a");
	}

	@Test
	void anInterviewIsPlannedThenInProgressThenClosed() {
		History history = History.of("c").opened("iv");
		assertThat(state(history)).isEqualTo(Scorecard.InterviewState.PLANNED);
		assertThat(state(history.served("iv", "q", Level.MID))).isEqualTo(Scorecard.InterviewState.IN_PROGRESS);
		assertThat(state(history.closed("iv"))).isEqualTo(Scorecard.InterviewState.CLOSED);
	}

	@Test
	void recommendationsStandBesideTheFigures() {
		Scorecard card = FoldTests.full().scorecard();
		assertThat(card.interviews().getFirst().recommendations())
			.containsExactly(new Scorecard.Recommendation("ann", Overall.YES, null, 1));
		assertThat(card.outcome()).isEqualTo(ScorecardOutcome.HOLD);
	}

	@Test
	void aSummaryIsAValidEvent() {
		Scorecard card = FoldTests.full().scorecard();
		assertThat(card.summary().event()).returns("c", (event) -> event.candidateId())
			.returns(card.version(), (event) -> event.version())
			.returns(66.7, (event) -> event.score())
			.returns(card.updatedAt(), (event) -> event.occurredAt());
	}

	private static History pair(Level target, Level level, int rating) {
		return History.of("c")
			.target(target)
			.served("iv", "at-level", target)
			.scored("iv", "at-level", "ann", 4)
			.served("iv", "other", level)
			.scored("iv", "other", "ann", rating);
	}

	private static Scorecard.Answer answer(History history) {
		return history.scorecard().interviews().getFirst().answers().getFirst();
	}

	private static Scorecard.InterviewState state(History history) {
		return history.scorecard().interviews().getFirst().state();
	}

}
