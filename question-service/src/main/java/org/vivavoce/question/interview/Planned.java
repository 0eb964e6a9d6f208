package org.vivavoce.question.interview;

import java.util.List;

import org.vivavoce.question.hub.QuestionOutline;

/**
 * What came of planning an interview.
 */
sealed interface Planned {

	/**
	 * The questions in the order in which they will be served.
	 */
	record Plan(List<QuestionOutline> questions) implements Planned {

		public Plan {
			questions = List.copyOf(questions);
		}

	}

	/**
	 * No plan, and why.
	 */
	record Refused(List<Reason> reasons) implements Planned {

		Refused(String pointer, String message) {
			this(List.of(new Reason(pointer, message)));
		}

	}

	/**
	 * One thing that stands against a plan.
	 *
	 * @param pointer JSON pointer into the request for an interview
	 */
	record Reason(String pointer, String message) {

	}

}
