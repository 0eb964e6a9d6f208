package org.vivavoce.question.set;

/**
 * What came of importing a draft.
 */
public sealed interface ImportResult {

	/**
	 * The hub has it.
	 *
	 * @param changed false when the hub had the same content before
	 */
	record Imported(QuestionSet set, boolean changed) implements ImportResult {

	}

	/**
	 * The id belongs to a set about another technology.
	 */
	record OtherTechnology(String technology) implements ImportResult {

	}

}
