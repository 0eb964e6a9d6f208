package org.vivavoce.report.page;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.vivavoce.report.scorecard.Comparison;

/**
 * Candidates side by side, or why they are not.
 *
 * @param named the candidates that are asked for, without repetitions
 * @param unknown those of them who have no scorecard
 * @param comparison of the others; null when there are fewer than two, or too many
 */
public record ComparisonView(List<String> named, List<String> unknown, @Nullable Comparison comparison) {

	/**
	 * As many as can be told apart on one page.
	 */
	public static final int MOST = 10;

	public boolean tooMany() {
		return this.named.size() > MOST;
	}

	public boolean room() {
		return this.named.size() < MOST;
	}

	/**
	 * The questions that all of them were asked.
	 */
	public List<Comparison.QuestionRow> shared() {
		Comparison all = Objects.requireNonNull(this.comparison);
		return all.questions().stream().filter((row) -> all.sharedQuestions().contains(row.questionId())).toList();
	}

	/**
	 * The questions that only some of them were asked.
	 */
	public List<Comparison.QuestionRow> others() {
		Comparison all = Objects.requireNonNull(this.comparison);
		return all.questions().stream().filter((row) -> !all.sharedQuestions().contains(row.questionId())).toList();
	}

	/**
	 * The same comparison without one of them.
	 */
	public String without(String candidate) {
		return address(this.named.stream().filter((each) -> !each.equals(candidate)).toList());
	}

	/**
	 * The comparison of those who have a scorecard.
	 */
	public String ofKnown() {
		return address(this.named.stream().filter((each) -> !this.unknown.contains(each)).toList());
	}

	private static String address(List<String> candidates) {
		PageAddress pageAddress = new PageAddress("/compare");
		candidates.forEach((each) -> pageAddress.with("candidate", each));
		return pageAddress.text();
	}

}
