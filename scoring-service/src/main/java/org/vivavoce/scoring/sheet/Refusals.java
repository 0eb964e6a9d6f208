package org.vivavoce.scoring.sheet;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemType;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * What is said to a caller whose wish is refused.
 */
final class Refusals {

	static final ProblemType QUESTION_NOT_SERVED = new ProblemType("question-not-served", HttpStatus.CONFLICT,
			"The question has not been served in this interview");

	static final ProblemType INTERVIEW_NOT_KNOWN = new ProblemType("interview-not-known", HttpStatus.CONFLICT,
			"The interview is not known");

	/**
	 * Events usually arrive within milliseconds; a whole second is the shortest that the
	 * header can say.
	 */
	private static final Duration SOON = Duration.ofSeconds(1);

	private Refusals() {
	}

	static ProblemException noSheet(String interviewId) {
		return new ProblemException(ProblemTypes.NOT_FOUND,
				"There is no score sheet for interview '" + interviewId
						+ "'. If it was planned just now, try again in a moment; if its candidate was forgotten,"
						+ " the sheet is gone for good")
			.retryAfter(SOON);
	}

	static ProblemException notOnPanel(String interviewId) {
		return new ProblemException(ProblemTypes.FORBIDDEN,
				"You are not on the panel of interview '" + interviewId + "'");
	}

	static ProblemException notServed(String interviewId, String questionId) {
		return new ProblemException(QUESTION_NOT_SERVED, "Question '" + questionId
				+ "' has not been served in interview '" + interviewId
				+ "', as far as is known here. If it was served just now, try again in a moment; if the candidate was"
				+ " forgotten, nothing can be rated any more")
			.retryAfter(SOON);
	}

	static ProblemException notKnown(String interviewId) {
		return new ProblemException(INTERVIEW_NOT_KNOWN,
				"Interview '" + interviewId
						+ "' is not known here. If it was planned just now, try again in a moment; if the candidate was"
						+ " forgotten, nothing can be recommended any more")
			.retryAfter(SOON);
	}

	static ProblemException nothingGiven(String what) {
		return new ProblemException(ProblemTypes.NOT_FOUND, "You have not given " + what + " yet");
	}

	static ProblemException nothingHere() {
		return new ProblemException(ProblemTypes.NOT_FOUND, "There is nothing under this address");
	}

}
