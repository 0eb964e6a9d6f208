package org.vivavoce.report.scorecard;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.ScorecardOutcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FiguresPropertyTests {

	private static final int CARDS = Integer.getInteger("vivavoce.histories", 100_000) / 5;

	private static final Grading GRADING = new Grading(ScoringRules.DEFAULTS);

	@Test
	void allFiguresAreThoseOfAnIndependentReckoning() {
		int counted = 0;
		for (int seed = 0; seed < CARDS; seed++) {
			List<Envelope> events = new Histories(seed).next();
			Scorecard card = GRADING.grade(Folding.fold(Histories.CANDIDATE, events)).orElse(null);
			if (card != null) {
				compare(card, "history " + seed);
				counted += (card.score() != null) ? 1 : 0;
			}
		}
		assertThat(counted).as("cards with a score").isGreaterThan(CARDS / 4);
	}

	private static void compare(Scorecard card, String history) {
		assertThat(card.score()).as(history).isEqualTo(FiguresOracle.score(card, (interview, answer) -> true));
		for (Scorecard.LevelFigures level : card.levels()) {
			assertThat(level.score()).as(history)
				.isEqualTo(FiguresOracle.score(card, (interview, answer) -> answer.level() == level.level()));
		}
		for (Scorecard.TopicFigures topic : card.topics()) {
			assertThat(topic.score()).as(history)
				.isEqualTo(FiguresOracle.score(card, (interview, answer) -> topic.topic().equals(answer.topic())));
		}
		int scored = 0;
		for (Scorecard.Interview interview : card.interviews()) {
			assertThat(interview.score()).as(history)
				.isEqualTo(FiguresOracle.score(card, (other, answer) -> other == interview));
			for (Scorecard.Answer answer : interview.answers()) {
				assertThat(answer.counted()).as(history).isEqualTo(FiguresOracle.quarters(interview, answer) > 0);
				scored += (FiguresOracle.raters(answer) > 0) ? 1 : 0;
				if (answer.score() != null) {
					double mean = answer.ratings()
						.stream()
						.filter((rating) -> rating.rating() != null)
						.mapToInt((rating) -> (rating.rating() != null) ? rating.rating() : 0)
						.average()
						.orElseThrow();
					assertThat(answer.score()).isCloseTo((mean - 1) / 3, within(1e-12));
				}
			}
		}
		assertThat(card.coverage().scored()).as(history).isEqualTo(scored);
		assertThat(card.outcome()).as(history).isEqualTo(outcome(card));
		assertThat(card.reasons()).as(history).isNotEmpty();
	}

	private static ScorecardOutcome outcome(Scorecard card) {
		boolean open = card.interviews().stream().anyMatch((interview) -> interview.outcome() == null);
		Double score = card.score();
		if (open || score == null) {
			return ScorecardOutcome.INCOMPLETE;
		}
		int flags = card.redFlags().size();
		if (score < 50 || flags >= 3) {
			return ScorecardOutcome.DECLINE;
		}
		return (score >= 70 && flags <= 1) ? ScorecardOutcome.ADVANCE : ScorecardOutcome.HOLD;
	}

}
