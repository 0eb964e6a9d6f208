package org.vivavoce.question.exposure;

import java.util.Map;
import java.util.Set;

/**
 * What planning an interview needs to know about questions that were asked before.
 *
 * @param served how often each question was asked within the window; none where it is
 * left out
 * @param asked ids of the questions that this candidate was asked, ever
 * @param planned ids of those that this candidate will be asked by interviews that are
 * still open
 */
public record Exposures(Map<String, Integer> served, Set<String> asked, Set<String> planned, ExposureLimits limits) {

	/**
	 * Nobody was asked anything yet.
	 */
	public static final Exposures NONE = new Exposures(Map.of(), Set.of(), Set.of(), ExposureLimits.USUAL);

	public Exposures {
		served = Map.copyOf(served);
		asked = Set.copyOf(asked);
		planned = Set.copyOf(planned);
	}

	/**
	 * What a plan that is repeated has to heed: a question that this very candidate was
	 * asked measures nothing.
	 */
	public Exposures ofCandidate() {
		return new Exposures(Map.of(), this.asked, Set.of(), this.limits);
	}

	/**
	 * How often a question was asked within the window.
	 */
	public int served(String questionId) {
		return this.served.getOrDefault(questionId, 0);
	}

	/**
	 * Whether this candidate knows the question already, or will.
	 */
	public boolean asked(String questionId) {
		return this.asked.contains(questionId) || this.planned.contains(questionId);
	}

	/**
	 * Whether a question was asked so often that candidates may have told each other.
	 */
	public boolean leaked(String questionId) {
		return this.limits.leaked(served(questionId));
	}

}
