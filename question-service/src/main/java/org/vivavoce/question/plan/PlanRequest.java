package org.vivavoce.question.plan;

import java.util.List;
import java.util.Map;

import org.vivavoce.contracts.Level;

/**
 * Which questions are wanted for an interview that is planned without a kit.
 */
public sealed interface PlanRequest {

	/**
	 * The usual mix for the target level.
	 */
	record Usual() implements PlanRequest {

	}

	/**
	 * So many questions of each level.
	 */
	record Counts(Map<Level, Integer> counts) implements PlanRequest {

	}

	/**
	 * These questions, in this order.
	 */
	record Named(List<String> questionIds) implements PlanRequest {

		public Named {
			questionIds = List.copyOf(questionIds);
		}

	}

}
