package org.vivavoce.report.lookup;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * The orders of a list. Candidates without a score come before all others when scores
 * ascend, and after them when they descend.
 */
public enum ListOrder {

	SCORE("score", "sortScore", false),

	SCORE_DESCENDING("-score", "sortScore", true),

	UPDATED("updatedAt", "updatedAt", false),

	UPDATED_DESCENDING("-updatedAt", "updatedAt", true);

	private final String text;

	private final String field;

	private final boolean descending;

	ListOrder(String text, String field, boolean descending) {
		this.text = text;
		this.field = field;
		this.descending = descending;
	}

	/**
	 * The order of this name; the latest first without one.
	 * @throws ProblemException {@link ProblemTypes#MALFORMED}
	 */
	public static ListOrder parse(@Nullable String text) {
		if (text == null) {
			return UPDATED_DESCENDING;
		}
		return Arrays.stream(values())
			.filter((order) -> order.text.equals(text))
			.findFirst()
			.orElseThrow(() -> new ProblemException(ProblemTypes.MALFORMED,
					"sort: must be one of score, -score, updatedAt, -updatedAt"));
	}

	public String text() {
		return this.text;
	}

	String field() {
		return this.field;
	}

	public boolean descending() {
		return this.descending;
	}

	public boolean byScore() {
		return this == SCORE || this == SCORE_DESCENDING;
	}

}
