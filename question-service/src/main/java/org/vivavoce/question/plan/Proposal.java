package org.vivavoce.question.plan;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.QuestionOutline;

/**
 * The plan of an interview with its reasons, or what stands against it.
 *
 * @param against empty when there is a plan
 */
public record Proposal(List<PlannedQuestion> plan, List<FieldFault> against) {

	/**
	 * What a proposal is made from.
	 *
	 * @param technology in the hub's spelling
	 * @param level the target level
	 * @param hub all questions of the technology, each id once
	 */
	public record Basis(String technology, Level level, List<QuestionOutline> hub, Exposures exposures) {

		private Planning planning(boolean repeated) {
			// a seed that is given repeats a plan, whatever others were asked meanwhile
			return new Planning(this.technology, this.hub, this.level,
					repeated ? this.exposures.ofCandidate() : this.exposures);
		}

		private Explanation explanation(Explanation.Origin origin) {
			return new Explanation(this.level, origin, this.exposures);
		}

	}

	/**
	 * A proposal without a kit.
	 * @param repeated whether somebody has given the seed
	 */
	public static Proposal of(PlanRequest wish, Basis basis, long seed, boolean repeated) {
		Explanation explanation = basis
			.explanation((wish instanceof PlanRequest.Named) ? Explanation.Origin.NAMED : origin(repeated));
		return of(basis.planning(repeated).plan(wish, seed), explanation::of);
	}

	/**
	 * A proposal by a kit.
	 * @param repeated whether somebody has given the seed
	 */
	public static Proposal of(PlanRules kit, Basis basis, long seed, boolean repeated) {
		Explanation explanation = basis.explanation(origin(repeated));
		return of(basis.planning(repeated).by(kit, seed), (plan) -> explanation.of(plan, kit));
	}

	/**
	 * A proposal of what was drawn by a kit before, and shown to whoever plans.
	 * @param name of the kit, in words
	 */
	public static Proposal shown(PlanRules kit, String name, List<String> questionIds, Basis basis) {
		PlanResult planResult = NamedPlan.of(questionIds, basis.technology(), basis.hub());
		if (planResult instanceof PlanResult.Plan plan && !kit.kept(plan.questions())) {
			planResult = new PlanResult.Refused("/plan", "the questions do not keep " + name);
		}
		Explanation explanation = basis.explanation(Explanation.Origin.SHOWN);
		return of(planResult, (plan) -> explanation.of(plan, kit));
	}

	private static Proposal of(PlanResult planResult, Function<List<QuestionOutline>, List<String>> explanation) {
		return switch (planResult) {
			case PlanResult.Refused refused -> new Proposal(List.of(), refused.reasons());
			case PlanResult.Plan plan ->
				new Proposal(places(plan.questions(), explanation.apply(plan.questions())), List.of());
		};
	}

	/**
	 * The same with everything that stands against it said about one field.
	 */
	public Proposal at(String pointer) {
		return new Proposal(this.plan,
				this.against.stream().map((reason) -> new FieldFault(pointer, reason.message())).toList());
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
