package org.vivavoce.question.interview;

import org.vivavoce.question.candidate.Candidate;

/**
 * An interview and its candidate.
 */
public record CandidateInterview(Interview interview, Candidate candidate) {

	/**
	 * Whether it may be shown: the candidate was not forgotten since.
	 */
	boolean shown() {
		return this.candidate.generation() == this.interview.candidateGeneration();
	}

	public InterviewResponse response() {
		return InterviewResponse.of(this.interview, this.candidate);
	}

}
