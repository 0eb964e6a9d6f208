package org.vivavoce.question.hub;

import org.jspecify.annotations.Nullable;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.question.document.draft.FieldRules;

/**
 * What somebody searches for; null does not narrow.
 *
 * @param q part of prompt, strong answer or topic, up to 200 characters
 */
public record SearchRequest(@Nullable String set, @Nullable String technology, @Nullable String level,
		@Nullable String topic, @Nullable String q) {

	/**
	 * The longest part that is looked for, in characters.
	 */
	public static final int LONGEST_TEXT = 200;

	/**
	 * The same in the hub's words.
	 * @throws ProblemException {@link ProblemTypes#MALFORMED}
	 */
	public QuestionRepository.Query query() {
		if (this.level != null && FieldRules.level(this.level).isEmpty()) {
			throw new ProblemException(ProblemTypes.MALFORMED, "level: junior, mid or senior");
		}
		if (this.q != null && this.q.codePointCount(0, this.q.length()) > LONGEST_TEXT) {
			throw new ProblemException(ProblemTypes.MALFORMED, "q: up to " + LONGEST_TEXT + " characters");
		}
		return new QuestionRepository.Query(this.set,
				(this.technology != null) ? FieldRules.technology(this.technology) : null, this.level, this.topic,
				this.q);
	}

}
