package org.vivavoce.question.plan;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.QuestionOutline;

/**
 * A place in the plan of an interview, pinned to one revision of a question.
 *
 * @param position place in the plan, from 1
 * @param reason why it was chosen; null in interviews that were planned before reasons
 * were kept
 * @param serving null until it is served
 */
public record PlannedQuestion(int position, String questionId, int revision, Level level, String topic, int minutes,
		@Nullable String reason, @Nullable Serving serving) {

	/**
	 * That a question was served.
	 *
	 * @param position place in the order of serving, from 1
	 * @param key the caller's idempotency key (with the caller, hashed), if there was one
	 */
	public record Serving(int position, Instant at, String by, @Nullable String key) {

	}

	public static PlannedQuestion at(int position, QuestionOutline question, @Nullable String reason) {
		return new PlannedQuestion(position, question.id(), question.revision(), question.level(), question.topic(),
				question.minutes(), reason, null);
	}

	public boolean open() {
		return this.serving == null;
	}

	public PlannedQuestion served(Serving serving) {
		return new PlannedQuestion(this.position, this.questionId, this.revision, this.level, this.topic, this.minutes,
				this.reason, serving);
	}

}
