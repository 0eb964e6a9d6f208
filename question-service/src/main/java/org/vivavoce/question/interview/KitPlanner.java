package org.vivavoce.question.interview;

import java.util.List;

import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.hub.QuestionOutline;
import org.vivavoce.question.kit.Kit;
import org.vivavoce.question.kit.KitRules;

/**
 * Plans by kits as interviews are planned.
 */
final class KitPlanner implements KitRules {

	@Override
	public List<Breach> breaches(Kit kit, List<QuestionOutline> hub) {
		return new PlanCheck(kit.technology(), hub, PlanRules.of(kit)).reasons()
			.stream()
			.map((reason) -> new Breach(reason.pointer(), reason.message()))
			.toList();
	}

	@Override
	public List<Asked> asked(Kit kit, List<QuestionOutline> hub, Exposures exposures, long seed, boolean repeated) {
		return Proposal.of(kit, hub, exposures, seed, repeated).plan().stream().map(KitPlanner::asked).toList();
	}

	private static Asked asked(PlannedQuestion planned) {
		return new Asked(new QuestionOutline(planned.questionId(), planned.revision(), planned.level(), planned.topic(),
				planned.minutes()), String.valueOf(planned.reason()));
	}

}
