package org.vivavoce.question.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.exposure.ExposureLimits;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.set.QuestionOutline;

import static org.assertj.core.api.Assertions.assertThat;

class ExposedPlanningTests {

	private static final ExposureLimits LIMITS = new ExposureLimits(Duration.ofDays(90), 10);

	private static final int SEEDS = 200;

	/** Eight questions with a topic for each two. */
	private final List<QuestionOutline> hub = IntStream.range(0, 8)
		.mapToObj((at) -> new QuestionOutline("q" + at, 1, Level.MID, "topic " + at / 2, 5))
		.toList();

	@Test
	void aCandidateWhoComesBackIsAskedSomethingElse() {
		for (int seed = 0; seed < SEEDS; seed++) {
			assertThat(ids(4, seed, exposures(Map.of(), "q0", "q1", "q2", "q5"))).containsExactlyInAnyOrder("q3", "q4",
					"q6", "q7");
		}
	}

	@Test
	void isAskedTheSameWhenNothingElseIsLeftAndThePlanSaysSo() {
		Exposures exposures = exposures(Map.of("q0", 1), "q0", "q1", "q2", "q3", "q4", "q5", "q6");
		List<QuestionOutline> plan = plan(2, 1, exposures);
		assertThat(plan.getFirst().id()).isEqualTo("q7");
		List<String> reasons = new Explanation(Level.MID, Explanation.Origin.DRAWN, exposures).of(plan);
		assertThat(reasons.getFirst())
			.isEqualTo("At level; first question about topic 3; not asked in the last 90 days.");
		assertThat(reasons.getLast())
			.endsWith("this candidate knows it from another interview, but no better mid question is left.");
	}

	@Test
	void ofEqualValueTheLessExposedIsPreferred() {
		Map<String, Integer> served = Map.of("q0", 3, "q1", 2, "q2", 1, "q3", 2, "q4", 5, "q5", 4, "q7", 1);
		for (int seed = 0; seed < SEEDS; seed++) {
			assertThat(ids(4, seed, exposures(served))).containsExactlyInAnyOrder("q1", "q2", "q5", "q6");
		}
	}

	@Test
	void exposureIsNoReasonToRepeatATopic() {
		Map<String, Integer> served = Map.of("q2", 9, "q3", 9, "q4", 9, "q5", 9, "q6", 9, "q7", 9);
		for (int seed = 0; seed < SEEDS; seed++) {
			assertThat(plan(4, seed, exposures(served))).extracting(QuestionOutline::topic).doesNotHaveDuplicates();
		}
	}

	@Test
	void whatHasProbablyLeakedIsAvoidedEvenAtTheCostOfATopic() {
		for (int seed = 0; seed < SEEDS; seed++) {
			assertThat(ids(6, seed, exposures(Map.of("q0", 10, "q1", 11)))).doesNotContain("q0", "q1");
		}
		Exposures exposures = exposures(Map.of("q0", 10, "q1", 11));
		List<QuestionOutline> all = plan(8, 1, exposures);
		assertThat(all.subList(6, 8)).extracting(QuestionOutline::id).containsExactlyInAnyOrder("q0", "q1");
		assertThat(new Explanation(Level.MID, Explanation.Origin.DRAWN, exposures).of(all).subList(6, 8))
			.allMatch((reason) -> reason.endsWith("probably leaked, but no better mid question is left."));
	}

	@Test
	void aQuestionThatTheCandidateKnowsIsWorseThanOneThatHasLeaked() {
		List<QuestionOutline> two = this.hub.subList(0, 2);
		Exposures exposures = exposures(Map.of("q1", 50), "q0");
		for (int seed = 0; seed < SEEDS; seed++) {
			assertThat(new Planning("django", two, Level.MID, exposures)
				.plan(new PlanRequest.Counts(Map.of(Level.MID, 1)), seed))
				.isEqualTo(new PlanResult.Plan(List.of(two.getLast())));
		}
	}

	@Test
	void theSameExposureAndSeedGiveTheSamePlan() {
		Map<String, Integer> served = Map.of("q0", 1, "q4", 1);
		Set<List<String>> plans = new HashSet<>();
		for (int seed = 0; seed < SEEDS; seed++) {
			List<String> first = ids(4, seed, exposures(served, "q7"));
			assertThat(ids(4, seed, exposures(new HashMap<>(served), "q7"))).isEqualTo(first);
			plans.add(first);
		}
		assertThat(plans).hasSizeGreaterThan(10);
	}

	@Test
	void equalExposureOfEverythingChangesNoPlan() {
		Map<String, Integer> equal = new HashMap<>();
		this.hub.forEach((question) -> equal.put(question.id(), 3));
		for (int seed = 0; seed < SEEDS; seed++) {
			assertThat(ids(5, seed, exposures(equal))).isEqualTo(ids(5, seed, Exposures.NONE));
		}
	}

	@Test
	void aSwapBringsNothingThatTheCandidateKnows() {
		Exposures exposures = exposures(Map.of("q2", 10), "q3", "q4", "q5", "q6");
		PlanEditor planEditor = new PlanEditor("django", this.hub, Level.MID, exposures);
		DraftPlan draft = planEditor.of(List.of("q0"), List.of(), 1);
		Set<String> seen = new HashSet<>();
		for (int swaps = 0; swaps < 6; swaps++) {
			draft = planEditor.apply(draft, new DraftAction.Swap(draft.ids().getFirst()));
			seen.addAll(draft.ids());
		}
		assertThat(seen).containsExactlyInAnyOrder("q0", "q1", "q7");
		assertThat(planEditor.warning(this.hub.get(3))).isEqualTo("This candidate knows it from another interview");
		assertThat(planEditor.warning(this.hub.get(2))).isEqualTo("Probably leaked: asked 10 times lately");
		assertThat(planEditor.warning(this.hub.get(0))).isNull();
	}

	@Test
	void namedQuestionsAreAskedAsNamedWithAWarning() {
		assertThat(new Explanation(Level.SENIOR, Explanation.Origin.NAMED, exposures(Map.of("q0", 1), "q0"))
			.of(List.of(this.hub.get(0), this.hub.get(1))))
			.containsExactly(
					"Chosen by name, warm-up; first question about topic 0; asked once in the last 90 days; "
							+ "this candidate knows it from another interview.",
					"Chosen by name, warm-up; another question about topic 0; not asked in the last 90 days.");
	}

	private static Exposures exposures(Map<String, Integer> served, String... asked) {
		return new Exposures(served, Set.of(asked), Set.of(), LIMITS);
	}

	private List<String> ids(int count, long seed, Exposures exposures) {
		return plan(count, seed, exposures).stream().map(QuestionOutline::id).toList();
	}

	private List<QuestionOutline> plan(int count, long seed, Exposures exposures) {
		PlanResult planResult = new Planning("django", this.hub, Level.MID, exposures)
			.plan(new PlanRequest.Counts(Map.of(Level.MID, count)), seed);
		assertThat(planResult).isInstanceOf(PlanResult.Plan.class);
		return ((PlanResult.Plan) planResult).questions();
	}

}
