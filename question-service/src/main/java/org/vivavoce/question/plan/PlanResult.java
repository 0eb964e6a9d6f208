package org.vivavoce.question.plan;

import java.util.List;

import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.QuestionOutline;

/**
 * What came of planning an interview.
 */
public sealed interface PlanResult {

	/**
	 * The same with its reasons pointing below a place.
	 */
	default PlanResult below(String pointer) {
		return switch (this) {
			case Plan plan -> plan;
			case Refused refused -> new Refused(refused.reasons()
				.stream()
				.map((reason) -> new FieldFault(pointer + reason.pointer(), reason.message()))
				.toList());
		};
	}

	/**
	 * The questions in the order in which they will be served.
	 */
	record Plan(List<QuestionOutline> questions) implements PlanResult {

		public Plan {
			questions = List.copyOf(questions);
		}

	}

	/**
	 * No plan, and why.
	 */
	record Refused(List<FieldFault> reasons) implements PlanResult {

		Refused(String pointer, String message) {
			this(List.of(new FieldFault(pointer, message)));
		}

	}

}
