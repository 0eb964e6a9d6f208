package org.vivavoce.scoring.panel;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemType;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * The problems that refuse a request of a panel member.
 */
final class Refusals {

	static final ProblemType QUESTION_NOT_SERVED = new ProblemType("question-not-served", HttpStatus.CONFLICT,
			"The question has not been served in this interview");

	static final ProblemType INTERVIEW_NOT_KNOWN = new ProblemType("interview-not-known", HttpStatus.CONFLICT,
			"The interview is not known");

	static final ProblemType CANDIDATE_FORGOTTEN = new ProblemType("candidate-forgotten", HttpStatus.CONFLICT,
			"The candidate was forgotten");

	static final ProblemType SHEET_FULL = new ProblemType("sheet-full", HttpStatus.CONTENT_TOO_LARGE,
			"The score sheet is full");

	/**
	 * Events usually arrive within milliseconds; a whole second is the shortest that the
	 * header can say.
	 */
	private static final Duration SOON = Duration.ofSeconds(1);

	private Refusals() {
	}

	static ProblemException noSheet(String interviewId) {
		return new ProblemException(ProblemTypes.NOT_FOUND, "There is no score sheet for interview '" + interviewId
				+ "'. If it was planned just now, try again in a moment")
			.retryAfter(SOON);
	}

	static ProblemException sheetForgotten(String interviewId) {
		return new ProblemException(ProblemTypes.NOT_FOUND,
				"The candidate of interview '" + interviewId + "' was forgotten, and the score sheet is gone for good");
	}

	static ProblemException forgotten(String interviewId) {
		return new ProblemException(CANDIDATE_FORGOTTEN, "The candidate of interview '" + interviewId
				+ "' was forgotten: nothing can be rated or recommended any more");
	}

	static ProblemException notOnPanel(String interviewId) {
		return new ProblemException(ProblemTypes.FORBIDDEN,
				"You are not on the panel of interview '" + interviewId + "'");
	}

	static ProblemException notServed(String interviewId, String questionId) {
		return new ProblemException(QUESTION_NOT_SERVED,
				"Question '" + questionId + "' has not been served in interview '" + interviewId
						+ "', as far as is known here. If it was served just now, try again in a moment")
			.retryAfter(SOON);
	}

	static ProblemException neverServed(String interviewId, String questionId) {
		return new ProblemException(QUESTION_NOT_SERVED, "Interview '" + interviewId
				+ "' is closed, and as far as is known here question '" + questionId + "' was not asked in it");
	}

	static ProblemException notKnown(String interviewId) {
		return new ProblemException(INTERVIEW_NOT_KNOWN,
				"Interview '" + interviewId + "' is not known here. If it was planned just now, try again in a moment")
			.retryAfter(SOON);
	}

	static ProblemException full(String interviewId) {
		return new ProblemException(SHEET_FULL, "The score sheet of interview '" + interviewId
				+ "' is full, and nothing was saved. What is in it stays. Shorter notes need less room");
	}

	static ProblemException noContribution(String what) {
		return new ProblemException(ProblemTypes.NOT_FOUND, "You have not given " + what + " yet");
	}

	static ProblemException unknownAddress() {
		return new ProblemException(ProblemTypes.NOT_FOUND, "There is nothing under this address");
	}

}
