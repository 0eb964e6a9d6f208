package org.vivavoce.question.interview.planner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.kit.Kit;
import org.vivavoce.question.plan.DraftPlan;
import org.vivavoce.question.plan.Explanation;
import org.vivavoce.question.plan.PlanCheck;
import org.vivavoce.question.plan.PlanEditor;
import org.vivavoce.question.plan.PlanResult;
import org.vivavoce.question.plan.Planning;
import org.vivavoce.question.set.QuestionOutline;

/**
 * Plans what a form shows: by its kit, which nobody changes question by question, or
 * without one.
 *
 * @param form with technology and level of its kit
 * @param kit null without one
 * @param hub all questions of the technology, each id once
 */
record PlanForm(InterviewForm form, @Nullable Kit kit, List<QuestionOutline> hub, Exposures exposures) {

	PlanEditor editor() {
		return new PlanEditor(this.form.technology(), this.hub, this.form.level(), this.exposures);
	}

	DraftStep first() {
		return (this.kit != null) ? byKit(this.kit, "", this.form.seed()) : DraftStep.first(editor(), this.form);
	}

	/**
	 * @param command the name of the button
	 * @param freshSeed a seed for whoever wants to draw again
	 */
	DraftStep take(String command, long freshSeed) {
		return (this.kit != null) ? byKit(this.kit, command, freshSeed)
				: DraftStep.take(editor(), this.form, command, freshSeed);
	}

	/**
	 * What was drawn stays, unless somebody wants something else, or it asks the
	 * candidate more that is known than it has to.
	 */
	private DraftStep byKit(Kit kit, String command, long freshSeed) {
		boolean again = command.equals("draw");
		long seed = again ? freshSeed : this.form.seed();
		List<QuestionOutline> drawn = drawn(kit, seed);
		if (again || !this.form.plannedBy().equals(InterviewForm.plannedBy(kit))) {
			return step(seed, drawn, again ? "Drawn again, by the kit." : "Planned by the kit " + kit.name() + ".");
		}
		List<QuestionOutline> shown = shown(kit).filter((plan) -> known(plan) <= known(drawn)).orElse(drawn);
		return step(seed, shown, "The plan has " + shown.size() + " questions.");
	}

	private List<QuestionOutline> drawn(Kit kit, long seed) {
		Planning planning = new Planning(kit.technology(), this.hub, kit.level(), this.exposures);
		return (planning.by(kit.rules(), seed) instanceof PlanResult.Plan plan) ? plan.questions() : List.of();
	}

	private Optional<List<QuestionOutline>> shown(Kit kit) {
		List<QuestionOutline> shown = editor().of(this.form.questions(), List.of(), 0).questions();
		return Optional.of(shown).filter(kit.rules()::kept);
	}

	private long known(List<QuestionOutline> plan) {
		return plan.stream().filter((question) -> this.exposures.asked(question.id())).count();
	}

	private static DraftStep step(long seed, List<QuestionOutline> questions, String said) {
		List<DraftPlan.Place> places = questions.stream()
			.map((question) -> new DraftPlan.Place(question, false))
			.toList();
		return new DraftStep(new DraftPlan(seed, places), Map.of(), said, null);
	}

	/**
	 * Why each question is in a plan by a kit, by id; nothing without one.
	 */
	Map<String, String> reasons(DraftStep step) {
		Map<String, String> reasons = new HashMap<>();
		if (this.kit != null) {
			List<QuestionOutline> plan = step.plan().questions();
			List<String> words = new Explanation(this.kit.level(), Explanation.Origin.SHOWN, this.exposures).of(plan,
					this.kit.rules());
			for (int at = 0; at < plan.size(); at++) {
				reasons.put(plan.get(at).id(), words.get(at));
			}
		}
		return reasons;
	}

	/**
	 * Whether the kit that somebody has chosen is not in use any more.
	 */
	boolean lost(InterviewForm sent) {
		return !sent.kit().isEmpty() && this.kit == null;
	}

	/**
	 * Why there is no plan by the kit that somebody has chosen.
	 */
	List<FormFault> against(InterviewForm sent) {
		if (lost(sent)) {
			return List
				.of(new FormFault("kit", "The kit “" + sent.kit() + "” is not in use any more. Choose another one."));
		}
		return (this.kit == null) ? List.of()
				: new PlanCheck(this.kit.technology(), this.hub, this.kit.rules()).reasons()
					.stream()
					.map((reason) -> FormFault.refused("/kit", reason.message()))
					.toList();
	}

}
