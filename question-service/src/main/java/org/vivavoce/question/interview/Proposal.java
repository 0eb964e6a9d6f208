package org.vivavoce.question.interview;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.hub.QuestionOutline;
import org.vivavoce.question.kit.Kit;

/**
 * The plan of an interview with its reasons, or what stands against it.
 *
 * @param kit null when it is planned without one
 * @param against empty when there is a plan
 */
record Proposal(List<PlannedQuestion> plan, @Nullable PinnedKit kit, List<Planned.Reason> against) {

	/**
	 * A proposal without a kit.
	 * @param hub all questions of the technology
	 */
	static Proposal of(OpenInterviewRequest request, List<QuestionOutline> hub, Exposures exposures, long seed) {
		PlanRequest wish = request.planRequest();
		boolean repeated = request.seed() != null;
		Planning planning = new Planning(QuestionHub.spelling(request.technology()), hub, request.level(),
				considered(repeated, exposures));
		Explanation.Origin origin = (wish instanceof PlanRequest.Named) ? Explanation.Origin.NAMED : origin(repeated);
		return of(planning.plan(wish, seed), new Explanation(request.level(), origin, exposures), null);
	}

	/**
	 * A proposal by a kit.
	 * @param hub all questions of the kit's technology
	 * @param repeated whether somebody has given the seed
	 */
	static Proposal of(Kit kit, List<QuestionOutline> hub, Exposures exposures, long seed, boolean repeated) {
		Planning planning = new Planning(kit.technology(), hub, kit.level(), considered(repeated, exposures));
		return of(planning.by(PlanRules.of(kit), seed), new Explanation(kit.level(), origin(repeated), exposures), kit);
	}

	/**
	 * A proposal of what was drawn by a kit before, and shown to whoever plans.
	 * @param hub all questions of the kit's technology
	 */
	static Proposal shown(Kit kit, List<String> questionIds, List<QuestionOutline> hub, Exposures exposures) {
		Planned planned = NamedPlan.of(questionIds, kit.technology(), hub);
		if (planned instanceof Planned.Plan plan && !PlanRules.of(kit).kept(plan.questions())) {
			planned = new Planned.Refused("/plan",
					"the questions do not keep version " + kit.version() + " of kit '" + kit.id() + "'");
		}
		return of(planned, new Explanation(kit.level(), Explanation.Origin.SHOWN, exposures), kit);
	}

	private static Proposal of(Planned planned, Explanation explanation, @Nullable Kit kit) {
		PinnedKit pinned = (kit != null) ? PinnedKit.of(kit) : null;
		return switch (planned) {
			case Planned.Refused refused -> new Proposal(List.of(), pinned, refused.reasons());
			case Planned.Plan plan -> {
				List<String> reasons = (kit != null) ? explanation.of(plan.questions(), PlanRules.of(kit))
						: explanation.of(plan.questions());
				yield new Proposal(places(plan.questions(), reasons), pinned, List.of());
			}
		};
	}

	/**
	 * The same with everything that stands against it said about one field.
	 */
	Proposal at(String pointer) {
		return new Proposal(this.plan, this.kit,
				this.against.stream().map((reason) -> new Planned.Reason(pointer, reason.message())).toList());
	}

	/**
	 * A seed that is given repeats a plan, whatever others were asked meanwhile.
	 */
	private static Exposures considered(boolean repeated, Exposures exposures) {
		return repeated ? exposures.ofCandidate() : exposures;
	}

	private static Explanation.Origin origin(boolean repeated) {
		return repeated ? Explanation.Origin.REPEATED : Explanation.Origin.DRAWN;
	}

	private static List<PlannedQuestion> places(List<QuestionOutline> questions, List<String> reasons) {
		return IntStream.range(0, questions.size())
			.mapToObj((place) -> PlannedQuestion.at(place + 1, questions.get(place), reasons.get(place)))
			.toList();
	}

}
