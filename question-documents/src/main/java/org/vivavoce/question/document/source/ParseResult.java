package org.vivavoce.question.document.source;

import java.util.List;

import org.vivavoce.question.document.draft.QuestionSetDraft;

/**
 * What came of reading a document of questions.
 */
public sealed interface ParseResult {

	/**
	 * A document without a fault.
	 */
	record Accepted(QuestionSetDraft draft) implements ParseResult {

	}

	/**
	 * A document with faults, in the order of its lines.
	 */
	record Refused(List<SetFault> faults) implements ParseResult {

	}

}
