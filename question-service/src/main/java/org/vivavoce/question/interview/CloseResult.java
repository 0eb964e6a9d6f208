package org.vivavoce.question.interview;

/**
 * What came of closing an interview.
 */
sealed interface CloseResult {

	/**
	 * It is closed with this outcome, now or since before.
	 */
	record Closed(Interview interview) implements CloseResult {

	}

	/**
	 * It stays as it is.
	 */
	record Refused(String reason) implements CloseResult {

	}

}
