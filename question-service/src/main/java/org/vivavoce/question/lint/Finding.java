package org.vivavoce.question.lint;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionSet;

/**
 * Something about a question set that is worth another look.
 *
 * @param set that it is about
 * @param question that it is about; null when it is about a level
 * @param other a question that it is about, too; null when there is none
 * @param reason what was seen, in a sentence
 */
public record Finding(LintRule rule, String set, Level level, @Nullable Subject question, @Nullable Subject other,
		String reason) {

	/**
	 * A question by its id and what it says.
	 *
	 * @param set that it belongs to
	 */
	public record Subject(String id, String set, String prompt) {

		static Subject of(Question question) {
			return new Subject(question.id(), question.set(), question.prompt());
		}

	}

	static Finding about(LintRule rule, Question question, String reason) {
		return new Finding(rule, question.set(), question.level(), Subject.of(question), null, reason);
	}

	static Finding about(LintRule rule, Question question, Question other, String reason) {
		return new Finding(rule, question.set(), question.level(), Subject.of(question), Subject.of(other), reason);
	}

	static Finding about(LintRule rule, QuestionSet set, Level level, String reason) {
		return new Finding(rule, set.id(), level, null, null, reason);
	}

	boolean concerns(String set) {
		return this.set.equals(set) || (this.other != null && this.other.set().equals(set));
	}

}
