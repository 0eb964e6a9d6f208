package org.vivavoce.question.interview;

import org.vivavoce.question.set.Question;

/**
 * What came of serving a question.
 */
public sealed interface ServeResult {

	/**
	 * It was served, now or by an earlier attempt of the same request.
	 *
	 * @param position place in the order of serving, from 1
	 */
	record Served(int position, int planned, Question question) implements ServeResult {

	}

	/**
	 * This is the question to serve, but its text must be at hand first.
	 */
	record Wanted(String questionId, int revision) implements ServeResult {

	}

	/**
	 * Nothing was served.
	 */
	record Refused(String reason) implements ServeResult {

	}

}
