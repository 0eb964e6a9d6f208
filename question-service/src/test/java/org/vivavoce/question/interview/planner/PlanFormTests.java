package org.vivavoce.question.interview.planner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.exposure.ExposureLimits;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.kit.Kit;
import org.vivavoce.question.set.QuestionOutline;

import static org.assertj.core.api.Assertions.assertThat;

class PlanFormTests {

	private final Kit kit = new Kit("backend", 3, "Backend", "django", Level.MID, Map.of(Level.MID, 3), List.of(),
			List.of("mid-0"), null, "ada", Instant.EPOCH);

	private final List<QuestionOutline> hub = hub();

	private static List<QuestionOutline> hub() {
		List<QuestionOutline> hub = new ArrayList<>();
		for (int at = 0; at < 8; at++) {
			hub.add(new QuestionOutline("mid-" + at, 1, Level.MID, "topic-" + at, 4));
		}
		return hub;
	}

	@Test
	void whatTheKitHasDrawnStays() {
		List<String> shown = List.of("mid-0", "mid-5", "mid-3");
		assertThat(planner(shown, "backend 3", Exposures.NONE).take("", 2).plan().ids()).isEqualTo(shown);
	}

	@Test
	void whatAnotherVersionOrSomebodyElseHasChosenDoesNot() {
		List<String> drawn = planner(List.of(), "", Exposures.NONE).first().plan().ids();
		assertThat(drawn).hasSize(3).startsWith("mid-0");
		assertThat(planner(List.of("mid-0", "mid-5", "mid-3"), "backend 2", Exposures.NONE).take("", 2).plan().ids())
			.isEqualTo(drawn);
		assertThat(planner(List.of("mid-4", "mid-5", "mid-3"), "backend 3", Exposures.NONE).take("", 2).plan().ids())
			.isEqualTo(drawn);
	}

	@Test
	void whatTheCandidateKnowsIsDrawnAgainButNotTheKeyQuestions() {
		Exposures known = new Exposures(Map.of(), Set.of("mid-0", "mid-5"), Set.of(), ExposureLimits.USUAL);
		DraftStep step = planner(List.of("mid-0", "mid-5", "mid-3"), "backend 3", known).take("", 2);
		assertThat(step.plan().ids()).contains("mid-0").doesNotContain("mid-5");
		List<String> again = step.plan().ids();
		assertThat(planner(again, "backend 3", known).take("", 2).plan().ids()).isEqualTo(again);
	}

	@Test
	void everyQuestionHasItsReason() {
		PlanForm planner = planner(List.of(), "", Exposures.NONE);
		assertThat(planner.reasons(planner.first())).hasSize(3)
			.containsEntry("mid-0",
					"Key question of the kit, at level; first question about topic-0; not asked in the last 90 days.");
	}

	@Test
	void aKitThatIsNotInUseIsSaid() {
		PlanForm without = new PlanForm(form(List.of(), "", null), null, this.hub, Exposures.NONE);
		assertThat(without.against(form(List.of(), "", this.kit))).extracting(FormFault::message)
			.containsExactly("The kit “backend” is not in use any more. Choose another one.");
		assertThat(without.against(form(List.of(), "", null))).isEmpty();
	}

	@Test
	void aKitThatGivesNoPlanIsSaid() {
		PlanForm planner = new PlanForm(form(List.of(), "", this.kit), this.kit, this.hub.subList(1, 8),
				Exposures.NONE);
		assertThat(planner.first().plan().places()).isEmpty();
		assertThat(planner.against(planner.form()))
			.containsExactly(new FormFault("kit", "The hub has no question 'mid-0' for 'django', or no more."));
	}

	private PlanForm planner(List<String> questions, String plannedBy, Exposures exposures) {
		return new PlanForm(form(questions, plannedBy, this.kit), this.kit, this.hub, exposures);
	}

	private static InterviewForm form(List<String> questions, String plannedBy, @Nullable Kit kit) {
		return new InterviewForm("cand-7", "", "", "django", Level.MID, "", Map.of(), questions, List.of(), "", "",
				null, plannedBy, 1, "key")
			.by(kit);
	}

}
