package org.vivavoce.question.interview;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.plan.PlannedQuestion;

/**
 * Serve a question.
 *
 * @param questionId the question to jump to, or null for the next one
 * @param by who asks it
 * @param seen how many served questions the caller knew of: when the next one was
 * meanwhile served to somebody else of the panel, that is the one; null does not tell
 * @param key names this request: the same key again gives the same question
 */
record ServeCommand(@Nullable String questionId, String by, Instant at, @Nullable Integer seen, @Nullable String key) {

	/**
	 * Whether this serving is what the command asks for: by an earlier attempt of it, or
	 * by somebody who was faster.
	 */
	boolean meant(PlannedQuestion.Serving serving) {
		boolean repeated = this.key != null && this.key.equals(serving.key());
		boolean overtaken = this.questionId == null && this.seen != null && serving.position() == this.seen + 1;
		return repeated || overtaken;
	}

}
