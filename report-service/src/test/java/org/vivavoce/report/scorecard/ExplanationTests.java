package org.vivavoce.report.scorecard;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ExplanationTests {

	private static final Grading GRADING = new Grading(ScoringRules.DEFAULTS);

	@Test
	void theLinesOfAnyCardAddUpToItsScore() {
		int explained = 0;
		for (int seed = 0; seed < 5_000; seed++) {
			CardState state = Folding.fold(Histories.CANDIDATE, new Histories(seed).next());
			for (String viewer : List.of("nobody", "m-0")) {
				ExplainedScorecard explainedScorecard = GRADING.explain(state, viewer).orElse(null);
				if (explainedScorecard != null) {
					assertThat(explainedScorecard.card()).isEqualTo(GRADING.grade(state, viewer).orElseThrow());
					explained += addsUp(explainedScorecard, "history " + seed + " for " + viewer);
				}
			}
		}
		assertThat(explained).as("cards with a score").isGreaterThan(1_000);
	}

	private static int addsUp(ExplainedScorecard explainedScorecard, String history) {
		Explanation explanation = explainedScorecard.explanation();
		Double score = explainedScorecard.card().score();
		double weights = explanation.lines().stream().mapToDouble(Explanation.Line::weight).sum();
		double weighted = explanation.lines().stream().mapToDouble(Explanation.Line::weighted).sum();
		assertThat(explanation.weights().doubleValue()).as(history).isCloseTo(weights, within(1e-9));
		assertThat(explanation.weighted().doubleValue()).as(history).isCloseTo(weighted, within(0.000501));
		assertThat(explanation.lines()).as(history)
			.allMatch((line) -> line.counted() == (line.weight() > 0))
			.hasSize(explainedScorecard.card()
				.interviews()
				.stream()
				.mapToInt((interview) -> interview.answers().size())
				.sum());
		if (score == null) {
			assertThat(explanation.score()).as(history).isNull();
			return 0;
		}
		assertThat(explanation.score()).as(history).isEqualByComparingTo(java.math.BigDecimal.valueOf(score));
		assertThat(100 * weighted / weights).as(history).isCloseTo(score, within(0.0500001));
		return 1;
	}

	@Test
	void itSaysWhyAnAnswerDoesNotCount() {
		History history = History.of("c")
			.opened("iv")
			.served("iv", "counted", Level.MID)
			.served("iv", "silent", Level.MID)
			.served("iv", "stretch", Level.SENIOR)
			.scored("iv", "counted", "ann", 3)
			.scored("iv", "stretch", "ann", 2)
			.scored("iv", "untold", "ann", 4);
		assertThat(explain(history, "recruiter").explanation().lines())
			.extracting(Explanation.Line::questionId, Explanation.Line::standing)
			.containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("counted", Explanation.Standing.COUNTED),
					org.assertj.core.groups.Tuple.tuple("silent", Explanation.Standing.NOT_RATED),
					org.assertj.core.groups.Tuple.tuple("stretch", Explanation.Standing.MISSED_STRETCH),
					org.assertj.core.groups.Tuple.tuple("untold", Explanation.Standing.LEVEL_UNKNOWN));
	}

	@Test
	void aRestrictedViewerGetsNoTimelineOfTheOthers() {
		History history = History.of("c")
			.opened("iv")
			.served("iv", "q", Level.MID)
			.scored("iv", "q", "ann", 2)
			.scored("iv", "q", "ben", 4)
			.recommended("iv", "ben", Overall.YES);
		ExplainedScorecard ann = explain(history, "ann");
		assertThat(ann.hidden()).containsExactly("iv");
		assertThat(ann.timelines().get("iv")).extracting(TimelineEvent::kind)
			.containsExactly(TimelineEvent.Kind.PLANNED, TimelineEvent.Kind.ASKED, TimelineEvent.Kind.RATED);
		ExplainedScorecard ben = explain(history, "ben");
		assertThat(ben.hidden()).isEmpty();
		assertThat(ben.timelines().get("iv")).extracting(TimelineEvent::kind)
			.hasSize(5)
			.endsWith(TimelineEvent.Kind.RECOMMENDED);
	}

	private static ExplainedScorecard explain(History history, String viewer) {
		return GRADING.explain(history.card(), viewer).orElseThrow();
	}

}
