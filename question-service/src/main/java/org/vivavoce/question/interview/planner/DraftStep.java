package org.vivavoce.question.interview.planner;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.plan.DraftAction;
import org.vivavoce.question.plan.DraftPlan;
import org.vivavoce.question.plan.PlanEditor;
import org.vivavoce.question.plan.Planning;
import org.vivavoce.question.set.QuestionOutline;

/**
 * A draft after somebody has pressed a button of the form, or changed a field.
 *
 * @param notes why a level does not have as many questions as somebody wished
 * @param said what has happened, for people who do not see it
 * @param focus id of the element where the keyboard goes on; null leaves it
 */
record DraftStep(DraftPlan plan, Map<Level, String> notes, String said, @Nullable String focus) {

	/**
	 * The draft as a form begins: of the questions that it names, or the usual one.
	 */
	static DraftStep first(PlanEditor planEditor, InterviewForm form) {
		DraftPlan named = planEditor.of(form.questions(), form.locked(), form.seed());
		return new DraftStep(named.places().isEmpty() ? planEditor.start(form.seed()) : named, Map.of(),
				lost(form, named), null);
	}

	/**
	 * The draft that a form says, without any action.
	 */
	static DraftStep same(PlanEditor planEditor, InterviewForm form) {
		DraftPlan draft = planEditor.of(form.questions(), form.locked(), form.seed());
		return new DraftStep(draft, Map.of(), lost(form, draft), null);
	}

	/**
	 * @param command the name of the button, for example {@code swap:django-orm}
	 * @param freshSeed a seed for whoever wants to draw again
	 */
	static DraftStep take(PlanEditor planEditor, InterviewForm form, String command, long freshSeed) {
		if (!form.plannedForTechnology()) {
			return new DraftStep(planEditor.start(form.seed()), Map.of(), "Planned for " + form.technology() + ".",
					null);
		}
		DraftPlan draft = planEditor.of(form.questions(), form.locked(), form.seed());
		if (!form.plannedForLevel()) {
			DraftPlan fitted = planEditor.apply(draft, new DraftAction.Fit(Planning.usualCounts(form.level())));
			return new DraftStep(fitted, Map.of(), "Planned for this level.", null);
		}
		Map<Level, Integer> counts = new EnumMap<>(Level.class);
		Map<Level, String> notes = new EnumMap<>(Level.class);
		form.counts().forEach((level, typed) -> {
			if (typed.matches("[0-9]{1,3}")) {
				counts.put(level, Integer.valueOf(typed));
			}
			else {
				notes.put(level, "Type a whole number.");
			}
		});
		DraftPlan fitted = planEditor.apply(draft, new DraftAction.Fit(counts));
		counts.forEach((level, wanted) -> note(planEditor, fitted, level, wanted, notes));
		return act(planEditor, fitted, command, freshSeed, notes, lost(form, draft));
	}

	private static void note(PlanEditor planEditor, DraftPlan plan, Level level, int wanted, Map<Level, String> notes) {
		int count = plan.counts().getOrDefault(level, 0);
		String name = JsonNames.of(level);
		if (count < wanted) {
			notes.put(level, "The hub has " + planEditor.available(level) + " " + name + " questions, all are in.");
		}
		if (count > wanted) {
			notes.put(level, count + " are locked; unlock one to have fewer.");
		}
	}

	private static DraftStep act(PlanEditor planEditor, DraftPlan draft, String command, long freshSeed,
			Map<Level, String> notes, String lost) {
		String[] parts = command.split(":", 2);
		String id = (parts.length > 1) ? parts[1] : "";
		int index = draft.indexOf(id);
		int place = index + 1;
		return switch (parts[0]) {
			case "draw" -> step(planEditor, draft, new DraftAction.Redraw(freshSeed), notes,
					"Drawn again, locked questions stayed.", "draw");
			case "swap" -> {
				DraftPlan next = planEditor.apply(draft, new DraftAction.Swap(id));
				String topic = (index >= 0) ? next.places().get(index).question().topic() : "";
				yield new DraftStep(next, notes, "Question " + place + " is now about " + topic + ".", "swap-" + place);
			}
			case "lock" -> step(planEditor, draft, new DraftAction.Lock(id, true), notes,
					"Question " + place + " is locked.", "lock-" + id);
			case "unlock" -> step(planEditor, draft, new DraftAction.Lock(id, false), notes,
					"Question " + place + " is unlocked.", "lock-" + id);
			case "up" -> step(planEditor, draft, new DraftAction.Move(id, -1), notes,
					"Moved to place " + Math.max(place - 1, 1) + ".", ((place > 2) ? "up-" : "down-") + id);
			case "down" -> step(planEditor, draft, new DraftAction.Move(id, 1), notes,
					"Moved to place " + Math.min(place + 1, draft.places().size()) + ".",
					((place < draft.places().size() - 1) ? "down-" : "up-") + id);
			case "remove" ->
				step(planEditor, draft, new DraftAction.Remove(id), notes, "Question " + place + " is out of the plan.",
						"remove-" + Math.min(place, draft.places().size() - 1));
			default ->
				new DraftStep(draft, notes, lost + "The plan has " + draft.places().size() + " questions.", null);
		};
	}

	private static DraftStep step(PlanEditor planEditor, DraftPlan draft, DraftAction action, Map<Level, String> notes,
			String said, String focus) {
		return new DraftStep(planEditor.apply(draft, action), notes, said, focus);
	}

	/**
	 * Questions may leave the hub while somebody plans.
	 */
	private static String lost(InterviewForm form, DraftPlan draft) {
		int lost = new LinkedHashSet<>(form.questions()).size() - draft.places().size();
		return (lost > 0)
				? lost + ((lost == 1) ? " question is" : " questions are") + " no longer in the hub and left the plan. "
				: "";
	}

	List<String> topics() {
		return this.plan.questions().stream().map(QuestionOutline::topic).distinct().toList();
	}

}
