package org.vivavoce.question.hub;

import java.util.List;

/**
 * What came of reading a document of questions.
 */
sealed interface Reading {

	/**
	 * A document without a fault.
	 */
	record Accepted(QuestionSetDraft draft) implements Reading {

	}

	/**
	 * A document with faults, in the order of its lines.
	 */
	record Refused(List<SetFault> faults) implements Reading {

	}

}
