package org.vivavoce.platform.web;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * The {@code limit} of a list: 1–200, 50 without one.
 */
public final class Limits {

	/**
	 * The most entries of a page.
	 */
	public static final int MAX = 200;

	/**
	 * The entries of a page that nobody has asked for more or fewer of.
	 */
	public static final int DEFAULT = 50;

	private Limits() {
	}

	/**
	 * Check a limit.
	 * @throws ProblemException {@link ProblemTypes#MALFORMED}
	 */
	public static int parse(@Nullable Integer limit) {
		if (limit == null) {
			return DEFAULT;
		}
		if (limit < 1 || limit > MAX) {
			throw new ProblemException(ProblemTypes.MALFORMED, "limit: must be from 1 to " + MAX);
		}
		return limit;
	}

}
