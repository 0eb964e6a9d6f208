package org.vivavoce.question.plan;

import java.util.Map;

import org.vivavoce.contracts.Level;

/**
 * What somebody does to a draft of a plan.
 */
public sealed interface DraftAction {

	/**
	 * Have so many questions of each level, and change no more than that needs.
	 *
	 * @param counts levels that are left out stay as they are
	 */
	record Fit(Map<Level, Integer> counts) implements DraftAction {

		public Fit {
			counts = Map.copyOf(counts);
		}

	}

	/**
	 * Draw all questions again that are not locked.
	 */
	record Redraw(long seed) implements DraftAction {

	}

	/**
	 * Take another question of the same level.
	 */
	record Swap(String questionId) implements DraftAction {

	}

	/**
	 * Lock a question, or unlock it.
	 */
	record Lock(String questionId, boolean locked) implements DraftAction {

	}

	/**
	 * Ask a question earlier or later.
	 *
	 * @param by how many places, negative for earlier
	 */
	record Move(String questionId, int by) implements DraftAction {

	}

	/**
	 * Leave a question out.
	 */
	record Remove(String questionId) implements DraftAction {

	}

}
