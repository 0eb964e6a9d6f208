package org.vivavoce.report.scorecard;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.vivavoce.contracts.ScorecardOutcome;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictTests {

	@ParameterizedTest
	@CsvSource({ "70.0, 0, ADVANCE", "70.0, 1, ADVANCE", "100.0, 2, HOLD", "69.9, 0, HOLD", "50.0, 2, HOLD",
			"49.9, 0, DECLINE", "100.0, 3, DECLINE", "100.0, 4, DECLINE", "0.0, 0, DECLINE" })
	void scoreAndRedFlagsDecide(BigDecimal score, int redFlags, ScorecardOutcome outcome) {
		assertThat(Verdict.of(score, 1, redFlags, List.of(), ScoringRules.DEFAULTS).outcome()).isEqualTo(outcome);
	}

	@Test
	void anOpenInterviewMakesItIncomplete() {
		assertThat(Verdict.of(new BigDecimal("90.0"), 5, 0, List.of("iv-1", "iv-3"), ScoringRules.DEFAULTS))
			.isEqualTo(new Verdict(ScorecardOutcome.INCOMPLETE,
					List.of("interview iv-1 is not closed", "interview iv-3 is not closed")));
	}

	@Test
	void nothingScoredMakesItIncompleteWhateverTheRedFlags() {
		assertThat(Verdict.of(null, 0, 3, List.of(), ScoringRules.DEFAULTS))
			.isEqualTo(new Verdict(ScorecardOutcome.INCOMPLETE, List.of("nothing is scored")));
	}

	@Test
	void scoresThatDoNotCountMakeItIncomplete() {
		assertThat(Verdict.of(null, 2, 0, List.of(), ScoringRules.DEFAULTS))
			.isEqualTo(new Verdict(ScorecardOutcome.INCOMPLETE, List.of("no scored answer counts")));
	}

	@Test
	void reasonsNameTheFiguresThatDecided() {
		assertThat(reasons("72.5", 1)).containsExactly("score 72.5 is at least 70", "1 red flag, at most 1 allowed");
		assertThat(reasons("72.5", 2)).containsExactly("score 72.5 is at least 70", "2 red flags, at most 1 allowed");
		assertThat(reasons("62.3", 0)).containsExactly("score 62.3 is at least 50 and below 70");
		assertThat(reasons("62.3", 2)).containsExactly("score 62.3 is at least 50 and below 70",
				"2 red flags, at most 1 allowed");
		assertThat(reasons("42.0", 3)).containsExactly("score 42.0 is below 50", "3 red flags, 3 or more decline");
		assertThat(reasons("82.0", 4)).containsExactly("4 red flags, 3 or more decline");
	}

	private static List<String> reasons(String score, int redFlags) {
		return Verdict.of(new BigDecimal(score), 1, redFlags, List.of(), ScoringRules.DEFAULTS).reasons();
	}

}
