package org.vivavoce.report.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.ScorecardOutcome;

/**
 * What the figures suggest, and which figures these are. It informs people, it does not
 * replace them.
 */
record Verdict(ScorecardOutcome outcome, List<String> reasons) {

	/**
	 * Judge by the figures.
	 * @param score 0 to 100; null while nothing is counted
	 * @param scored how many answers are scored
	 * @param openInterviews ids of interviews that are not closed
	 */
	static Verdict of(@Nullable BigDecimal score, int scored, int redFlags, List<String> openInterviews,
			ScoringRules rules) {
		List<String> missing = new ArrayList<>(
				openInterviews.stream().map((id) -> "interview " + id + " is not closed").toList());
		if (scored == 0) {
			missing.add("nothing is scored");
		}
		else if (score == null) {
			missing.add("no scored answer counts");
		}
		if (score == null || !missing.isEmpty()) {
			return new Verdict(ScorecardOutcome.INCOMPLETE, missing);
		}
		return judge(score, redFlags, rules);
	}

	private static Verdict judge(BigDecimal score, int redFlags, ScoringRules rules) {
		List<String> against = new ArrayList<>();
		if (score.compareTo(rules.declineBelow()) < 0) {
			against.add("score " + score + " is below " + plain(rules.declineBelow()));
		}
		if (redFlags >= rules.declineRedFlags()) {
			against.add(flags(redFlags) + ", " + rules.declineRedFlags() + " or more decline");
		}
		if (!against.isEmpty()) {
			return new Verdict(ScorecardOutcome.DECLINE, against);
		}
		String high = "score " + score + " is at least " + plain(rules.advanceFrom());
		String allowed = flags(redFlags) + ", at most " + rules.advanceRedFlags() + " allowed";
		if (score.compareTo(rules.advanceFrom()) < 0) {
			String between = "score " + score + " is at least " + plain(rules.declineBelow()) + " and below "
					+ plain(rules.advanceFrom());
			return new Verdict(ScorecardOutcome.HOLD,
					(redFlags > rules.advanceRedFlags()) ? List.of(between, allowed) : List.of(between));
		}
		return new Verdict((redFlags <= rules.advanceRedFlags()) ? ScorecardOutcome.ADVANCE : ScorecardOutcome.HOLD,
				List.of(high, allowed));
	}

	private static String flags(int count) {
		return switch (count) {
			case 0 -> "no red flag";
			case 1 -> "1 red flag";
			default -> count + " red flags";
		};
	}

	private static String plain(BigDecimal threshold) {
		return threshold.stripTrailingZeros().toPlainString();
	}

}
