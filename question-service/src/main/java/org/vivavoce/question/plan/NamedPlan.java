package org.vivavoce.question.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.QuestionOutline;

/**
 * A plan of questions that somebody names, in their order.
 */
final class NamedPlan {

	private NamedPlan() {
	}

	static PlanResult of(List<String> ids, String technology, List<QuestionOutline> hub) {
		if (ids.isEmpty() || ids.size() > Planning.MOST_QUESTIONS) {
			return new PlanResult.Refused("/plan/questionIds",
					"an interview has 1 to " + Planning.MOST_QUESTIONS + " questions, not " + ids.size());
		}
		Map<String, QuestionOutline> byId = new HashMap<>();
		hub.forEach((question) -> byId.put(question.id(), question));
		List<QuestionOutline> plan = new ArrayList<>();
		List<FieldFault> reasons = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (int at = 0; at < ids.size(); at++) {
			QuestionOutline question = byId.get(ids.get(at));
			String pointer = "/plan/questionIds/" + at;
			if (!seen.add(ids.get(at))) {
				reasons.add(new FieldFault(pointer, "question '" + ids.get(at) + "' is named twice"));
			}
			else if (question == null) {
				reasons.add(new FieldFault(pointer,
						"the hub has no question '" + ids.get(at) + "' for '" + technology + "'"));
			}
			else {
				plan.add(question);
			}
		}
		return reasons.isEmpty() ? new PlanResult.Plan(plan) : new PlanResult.Refused(reasons);
	}

}
