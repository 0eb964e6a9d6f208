package org.vivavoce.question.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.exposure.ExposureLimits;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.QuestionOutline;

import static org.assertj.core.api.Assertions.assertThat;

class KitPlanningTests {

	private static final int SEEDS = 300;

	private static final int CASES = 500;

	/** Eight questions for each level, two of each topic; they take 3 to 10 minutes. */
	private final List<QuestionOutline> hub = hub();

	private static List<QuestionOutline> hub() {
		List<QuestionOutline> hub = new ArrayList<>();
		for (Level level : Level.values()) {
			for (int at = 0; at < 8; at++) {
				hub.add(new QuestionOutline(level.name().toLowerCase(Locale.ROOT) + "-" + at, 1, level,
						"Topic " + at / 2, 3 + at));
			}
		}
		return hub;
	}

	@Test
	void everybodyIsAskedTheKeyQuestions() {
		PlanRules kit = kit(Map.of(Level.MID, 4, Level.SENIOR, 1), List.of(), null, "senior-3", "mid-7", "mid-6");
		Set<List<String>> plans = new HashSet<>();
		for (int seed = 0; seed < SEEDS; seed++) {
			List<QuestionOutline> plan = plan(kit, Exposures.NONE, seed);
			assertThat(ids(plan)).startsWith("mid-7", "mid-6").endsWith("senior-3").hasSize(5).doesNotHaveDuplicates();
			plans.add(ids(plan));
		}
		// two of each of the two topics that the key questions leave
		assertThat(plans).hasSize(4);
	}

	@Test
	void topicsThatAreMustHavesAreAlwaysThere() {
		PlanRules kit = kit(Map.of(Level.MID, 2, Level.JUNIOR, 1), List.of("topic 3", "Topic 1", "Topic 2"), null);
		for (int seed = 0; seed < SEEDS; seed++) {
			assertThat(plan(kit, Exposures.NONE, seed)).extracting(QuestionOutline::topic)
				.containsExactlyInAnyOrder("Topic 3", "Topic 1", "Topic 2");
		}
	}

	@Test
	void theRestSpreadsTopics() {
		PlanRules kit = kit(Map.of(Level.MID, 4), List.of(), null, "mid-0");
		for (int seed = 0; seed < SEEDS; seed++) {
			assertThat(plan(kit, Exposures.NONE, seed)).extracting(QuestionOutline::topic).doesNotHaveDuplicates();
		}
	}

	@Test
	void theTimeIsKeptByShorterQuestions() {
		PlanRules kit = kit(Map.of(Level.MID, 3), List.of(), 20, "mid-7");
		for (int seed = 0; seed < SEEDS; seed++) {
			List<QuestionOutline> plan = plan(kit, Exposures.NONE, seed);
			assertThat(PlanRules.minutes(plan)).isLessThanOrEqualTo(20);
			assertThat(ids(plan)).hasSize(3).contains("mid-7");
		}
	}

	@Test
	void aTopicTakesAnotherLevelWhereItsOwnIsNeededByOneThatIsNowhereElse() {
		List<QuestionOutline> few = List.of(outline("m-both", Level.MID, "Both", 5),
				outline("s-both", Level.SENIOR, "both", 5), outline("m-only", Level.MID, "Only", 5),
				outline("s-other", Level.SENIOR, "Other", 1));
		PlanRules kit = kit(Map.of(Level.MID, 1, Level.SENIOR, 1), List.of("Both", "Only"), null);
		for (int seed = 0; seed < SEEDS; seed++) {
			assertThat(ids(planned(few, kit, Exposures.NONE, seed))).containsExactly("m-only", "s-both");
		}
	}

	@Test
	void thereIsAPlanWheneverOneKeepsTheRulesAndItKeepsThem() {
		Random random = new Random(11);
		int possible = 0;
		for (int number = 0; number < CASES; number++) {
			List<QuestionOutline> some = new ArrayList<>();
			for (int at = 0; at < 10; at++) {
				some.add(outline("q" + at, Level.values()[random.nextInt(3)], "T" + random.nextInt(5),
						1 + random.nextInt(9)));
			}
			PlanRules kit = new PlanRules(
					Map.of(Level.JUNIOR, random.nextInt(3), Level.MID, 1 + random.nextInt(3), Level.SENIOR,
							random.nextInt(2)),
					random.nextInt(3) > 0 ? List.of() : List.of("q3"),
					List.of("T0", "T1", "T2", "T3").subList(0, random.nextInt(5)), 8 + random.nextInt(25));
			boolean expected = subsets(some).anyMatch(kit::kept);
			switch (new Planning("django", some, Level.MID, Exposures.NONE).by(kit, number)) {
				case PlanResult.Plan plan -> assertThat(kit.kept(plan.questions())).isTrue();
				case PlanResult.Refused refused -> assertThat(expected).as("%s %s", kit, refused).isFalse();
			}
			possible += expected ? 1 : 0;
		}
		assertThat(possible).isBetween(CASES / 5, CASES * 4 / 5);
	}

	private static Stream<List<QuestionOutline>> subsets(List<QuestionOutline> questions) {
		return IntStream.range(0, 1 << questions.size())
			.mapToObj((chosen) -> IntStream.range(0, questions.size())
				.filter((at) -> (chosen & (1 << at)) != 0)
				.mapToObj(questions::get)
				.toList());
	}

	@Test
	void saysWhatIsMissing() {
		assertThat(against(kit(Map.of(Level.MID, 9), List.of(), null))).containsExactly(
				new FieldFault("/counts/mid", "9 mid questions are not possible: the hub has 8 for 'django'"));
		assertThat(against(kit(Map.of(), List.of(), null)))
			.containsExactly(new FieldFault("/counts", "an interview has 1 to 100 questions, not 0"));
		assertThat(against(kit(Map.of(Level.MID, 2), List.of(), null, "gone", "mid-1", "mid-1", "senior-1")))
			.containsExactly(
					new FieldFault("/keyQuestions/0", "the hub has no question 'gone' for 'django', or no more"),
					new FieldFault("/keyQuestions/2", "question 'mid-1' is named twice"),
					new FieldFault("/keyQuestions/3", "there are more senior key questions than senior questions"));
		assertThat(against(kit(Map.of(Level.MID, 2), List.of("Topic 0", "topic 0"), null)))
			.containsExactly(new FieldFault("/mustHaveTopics/1", "topic 'topic 0' is named twice"));
	}

	@Test
	void saysWhereATopicIsMissing() {
		List<QuestionOutline> more = new ArrayList<>(this.hub);
		more.add(outline("senior-orm", Level.SENIOR, "ORM", 5));
		assertThat(against(more, kit(Map.of(Level.MID, 1), List.of("Topic 0", "Cobol"), null)))
			.containsExactly(new FieldFault("/mustHaveTopics/1", "the hub has no question about 'Cobol' for 'django'"));
		assertThat(against(more, kit(Map.of(Level.MID, 1), List.of("ORM"), null)))
			.containsExactly(new FieldFault("/mustHaveTopics/0",
					"no place is left for 'ORM': the hub has it for senior only, where no question is wanted"));
		assertThat(against(more, kit(Map.of(Level.MID, 1, Level.SENIOR, 1), List.of("ORM"), null, "senior-1")))
			.containsExactly(new FieldFault("/mustHaveTopics/0",
					"no place is left for 'ORM': the hub has it for senior only, where key questions take all places"));
		assertThat(against(more, kit(Map.of(Level.MID, 1), List.of("Topic 1", "Topic 0"), null)))
			.extracting(FieldFault::message)
			.containsExactly("no place is left for 'Topic 0': the hub has it for junior and mid and senior only, where "
					+ "key questions and the topics before it take all places");
	}

	@Test
	void saysHowManyMinutesAreOver() {
		assertThat(against(kit(Map.of(Level.MID, 3), List.of(), 12, "mid-7", "mid-6")))
			.containsExactly(new FieldFault("/minutes", "the shortest plan takes 22 minutes, 10 more than 12"));
	}

	@Test
	void theSameSeedGivesTheSamePlanInWhateverOrderTheHubComes() {
		PlanRules kit = kit(Map.of(Level.JUNIOR, 2, Level.MID, 4, Level.SENIOR, 2), List.of("Topic 2"), 50, "mid-3");
		for (int seed = 0; seed < SEEDS; seed++) {
			assertThat(planned(this.hub.reversed(), kit, Exposures.NONE, seed))
				.isEqualTo(plan(kit, Exposures.NONE, seed));
		}
	}

	@Test
	void exposureDecidesAmongTheDrawnButNotOnKeyQuestions() {
		Exposures exposures = new Exposures(Map.of("mid-0", 99), Set.of("mid-0", "mid-1"), Set.of(),
				ExposureLimits.USUAL);
		PlanRules kit = kit(Map.of(Level.MID, 2), List.of("Topic 1"), null, "mid-0");
		for (int seed = 0; seed < SEEDS; seed++) {
			List<QuestionOutline> plan = plan(kit, exposures, seed);
			assertThat(ids(plan)).contains("mid-0").doesNotContain("mid-1");
			assertThat(new Explanation(Level.MID, Explanation.Origin.DRAWN, exposures).of(plan, kit)).satisfiesExactly(
					(key) -> assertThat(key)
						.isEqualTo("Key question of the kit, at level; first question about Topic 0; "
								+ "asked 99 times in the last 90 days; probably leaked; "
								+ "this candidate knows it from another interview."),
					(topic) -> assertThat(topic).startsWith("For a must-have topic of the kit, at level; first"));
		}
	}

	@Test
	void saysWhyNothingBetterWasDrawn() {
		Exposures exposures = new Exposures(Map.of("mid-2", 40, "mid-3", 40), Set.of("mid-0", "mid-1"), Set.of(),
				ExposureLimits.USUAL);
		PlanRules kit = kit(Map.of(Level.MID, 7), List.of("Topic 1"), null);
		List<QuestionOutline> plan = plan(kit, exposures, 4);
		List<String> reasons = new Explanation(Level.MID, Explanation.Origin.DRAWN, exposures).of(plan, kit);
		assertThat(reasons).filteredOn((reason) -> reason.startsWith("For a must-have topic"))
			.singleElement()
			.asString()
			.endsWith("probably leaked, but no better mid question about Topic 1 fits into the kit.");
		assertThat(reasons)
			.filteredOn((reason) -> reason.endsWith(
					"this candidate knows it from another interview, but no better mid question fits into the kit."))
			.hasSize(1);
		assertThat(new Explanation(Level.MID, Explanation.Origin.SHOWN, exposures).of(plan, kit))
			.allMatch((reason) -> !reason.contains("no better"));
		assertThat(new Explanation(Level.MID, Explanation.Origin.REPEATED, exposures).of(plan, kit).getLast())
			.startsWith("Drawn by the given seed, at level; ");
	}

	private static PlanRules kit(Map<Level, Integer> counts, List<String> topics, @Nullable Integer minutes,
			String... keyQuestions) {
		return new PlanRules(counts, List.of(keyQuestions), topics, minutes);
	}

	private static QuestionOutline outline(String id, Level level, String topic, int minutes) {
		return new QuestionOutline(id, 1, level, topic, minutes);
	}

	private List<QuestionOutline> plan(PlanRules kit, Exposures exposures, long seed) {
		return planned(this.hub, kit, exposures, seed);
	}

	private static List<QuestionOutline> planned(List<QuestionOutline> hub, PlanRules kit, Exposures exposures,
			long seed) {
		PlanResult planResult = new Planning("django", hub, Level.MID, exposures).by(kit, seed);
		assertThat(planResult).isInstanceOf(PlanResult.Plan.class);
		return ((PlanResult.Plan) planResult).questions();
	}

	private List<FieldFault> against(PlanRules kit) {
		return against(this.hub, kit);
	}

	private static List<FieldFault> against(List<QuestionOutline> hub, PlanRules kit) {
		return new PlanCheck("django", hub, kit).reasons();
	}

	private static List<String> ids(List<QuestionOutline> plan) {
		return plan.stream().map(QuestionOutline::id).toList();
	}

}
