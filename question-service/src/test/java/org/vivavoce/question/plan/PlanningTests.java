package org.vivavoce.question.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.QuestionOutline;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

class PlanningTests {

	private static final int CASES = 3_000;

	private final List<QuestionOutline> hub = hub(8, 8, 8);

	@Test
	void theUsualInterviewHasTenQuestionsMostlyAtLevel() {
		assertThat(levels(plan(this.hub, Level.JUNIOR, new PlanRequest.Usual(), 1)))
			.isEqualTo(Map.of(Level.JUNIOR, 7L, Level.MID, 3L));
		assertThat(levels(plan(this.hub, Level.MID, new PlanRequest.Usual(), 1)))
			.isEqualTo(Map.of(Level.JUNIOR, 3L, Level.MID, 5L, Level.SENIOR, 2L));
		assertThat(levels(plan(this.hub, Level.SENIOR, new PlanRequest.Usual(), 1)))
			.isEqualTo(Map.of(Level.JUNIOR, 1L, Level.MID, 3L, Level.SENIOR, 6L));
	}

	@Test
	void theUsualInterviewTakesWhatASmallHubHas() {
		assertThat(levels(plan(hub(1, 2, 0), Level.MID, new PlanRequest.Usual(), 1)))
			.isEqualTo(Map.of(Level.JUNIOR, 1L, Level.MID, 2L));
	}

	@Test
	void anotherSeedGivesAnotherPlan() {
		assertThat(IntStream.range(0, 20)
			.mapToObj((seed) -> plan(this.hub, Level.MID, new PlanRequest.Usual(), seed))
			.distinct()
			.count()).isGreaterThan(10);
	}

	@Test
	void namedQuestionsKeepTheirOrder() {
		List<String> ids = List.of("senior-3", "junior-1", "mid-2");
		assertThat(plan(this.hub, Level.MID, new PlanRequest.Named(ids), 1)).extracting(QuestionOutline::id)
			.containsExactlyElementsOf(ids);
	}

	@Test
	void refusesNamesThatAreUnknownOrTwice() {
		assertThat(refused(this.hub, new PlanRequest.Named(List.of("mid-2", "nope", "mid-2")))).containsExactly(
				new FieldFault("/plan/questionIds/1", "the hub has no question 'nope' for 'django'"),
				new FieldFault("/plan/questionIds/2", "question 'mid-2' is named twice"));
	}

	@Test
	void refusesAnEmptyListOfNames() {
		assertThat(refused(this.hub, new PlanRequest.Named(List.of()))).extracting(FieldFault::pointer)
			.containsExactly("/plan/questionIds");
	}

	@Test
	void refusesMoreThanTheHubHasAndSaysHowManyThereAre() {
		assertThat(refused(this.hub, new PlanRequest.Counts(Map.of(Level.MID, 9)))).containsExactly(
				new FieldFault("/plan/counts/mid", "9 mid questions are not possible: the hub has 8 for 'django'"));
	}

	@Test
	void refusesNoQuestionsAndTooMany() {
		assertThat(refused(this.hub, new PlanRequest.Counts(Map.of(Level.MID, 0))))
			.containsExactly(new FieldFault("/plan/counts", "an interview has 1 to 100 questions, not 0"));
		assertThat(refused(hub(80, 80, 0), new PlanRequest.Counts(Map.of(Level.MID, 60, Level.JUNIOR, 41))))
			.containsExactly(new FieldFault("/plan/counts", "an interview has 1 to 100 questions, not 101"));
	}

	@Test
	void refusesATechnologyThatTheHubDoesNotHave() {
		assertThat(refused(List.of(), new PlanRequest.Usual()))
			.containsExactly(new FieldFault("/technology", "the hub has no questions for 'django'"));
	}

	@Test
	void theSameSeedAndHubGiveTheSamePlanInWhateverOrderTheHubIsRead() {
		Random random = new Random(7);
		for (int number = 0; number < CASES; number++) {
			Generated generated = Generated.of(random);
			List<QuestionOutline> shuffled = new ArrayList<>(generated.hub);
			Collections.shuffle(shuffled, random);
			assertThat(plan(shuffled, generated.target, generated.counts, number))
				.isEqualTo(plan(generated.hub, generated.target, generated.counts, number));
		}
	}

	@Test
	void givesTheCountsThatWereAskedForWithEachQuestionOnceInTheOrderOfTheLevels() {
		Random random = new Random(8);
		for (int number = 0; number < CASES; number++) {
			Generated generated = Generated.of(random);
			List<QuestionOutline> plan = plan(generated.hub, generated.target, generated.counts, number);
			for (Level level : Level.values()) {
				assertThat(plan.stream().filter((question) -> question.level() == level).count())
					.isEqualTo((long) generated.counts.counts().getOrDefault(level, 0));
			}
			assertThat(new HashSet<>(plan)).hasSameSizeAs(plan);
			assertThat(plan).extracting(QuestionOutline::level).isSorted();
			assertThat(generated.hub).containsAll(plan);
		}
	}

	@Test
	void noTopicAtLevelIsUsedAgainWhileAnotherWaits() {
		Random random = new Random(9);
		for (int number = 0; number < CASES; number++) {
			Generated generated = Generated.of(random);
			List<QuestionOutline> plan = plan(generated.hub, generated.target, generated.counts, number);
			Map<String, Long> uses = plan.stream()
				.filter((question) -> question.level() == generated.target)
				.collect(groupingBy(QuestionOutline::topic, counting()));
			long most = uses.values().stream().mapToLong(Long::longValue).max().orElse(0);
			assertThat(generated.hub.stream()
				.filter((question) -> question.level() == generated.target && !plan.contains(question)))
				.allMatch((left) -> uses.getOrDefault(left.topic(), 0L) >= most - 1);
		}
	}

	@Test
	void aStretchOrWarmUpPrefersTopicsThatWereNotUsedAtLevel() {
		List<QuestionOutline> hub = List.of(outline("m1", Level.MID, "orm"), outline("j1", Level.JUNIOR, "ORM"),
				outline("j2", Level.JUNIOR, "admin"), outline("s1", Level.SENIOR, "orm"),
				outline("s2", Level.SENIOR, "caching"));
		PlanRequest counts = new PlanRequest.Counts(Map.of(Level.JUNIOR, 1, Level.MID, 1, Level.SENIOR, 1));
		for (int seed = 0; seed < 50; seed++) {
			assertThat(plan(hub, Level.MID, counts, seed)).extracting(QuestionOutline::id)
				.containsExactly("j2", "m1", "s2");
		}
	}

	private record Generated(List<QuestionOutline> hub, Level target, PlanRequest.Counts counts) {

		static Generated of(Random random) {
			int[] sizes = { random.nextInt(12), random.nextInt(12), 1 + random.nextInt(12) };
			int topics = 1 + random.nextInt(6);
			List<QuestionOutline> hub = new ArrayList<>();
			for (Level level : Level.values()) {
				for (int number = 0; number < sizes[level.ordinal()]; number++) {
					hub.add(outline(level + "-" + number, level, "topic-" + random.nextInt(topics)));
				}
			}
			PlanRequest.Counts counts = new PlanRequest.Counts(Map.of(Level.JUNIOR, random.nextInt(sizes[0] + 1),
					Level.MID, random.nextInt(sizes[1] + 1), Level.SENIOR, 1 + random.nextInt(sizes[2])));
			return new Generated(hub, Level.values()[random.nextInt(3)], counts);
		}

	}

	private static List<QuestionOutline> hub(int junior, int mid, int senior) {
		List<QuestionOutline> hub = new ArrayList<>();
		IntStream.range(0, junior)
			.forEach((number) -> hub.add(outline("junior-" + number, Level.JUNIOR, "t" + number)));
		IntStream.range(0, mid).forEach((number) -> hub.add(outline("mid-" + number, Level.MID, "t" + number)));
		IntStream.range(0, senior)
			.forEach((number) -> hub.add(outline("senior-" + number, Level.SENIOR, "t" + number)));
		return hub;
	}

	private static QuestionOutline outline(String id, Level level, String topic) {
		return new QuestionOutline(id, 1, level, topic, 5);
	}

	private static Map<Level, Long> levels(List<QuestionOutline> plan) {
		return plan.stream().collect(groupingBy(QuestionOutline::level, counting()));
	}

	private static List<QuestionOutline> plan(List<QuestionOutline> hub, Level target, PlanRequest request, long seed) {
		PlanResult planResult = new Planning("django", hub, target, Exposures.NONE).plan(request, seed);
		assertThat(planResult).isInstanceOf(PlanResult.Plan.class);
		return ((PlanResult.Plan) planResult).questions();
	}

	private static List<FieldFault> refused(List<QuestionOutline> hub, PlanRequest request) {
		PlanResult planResult = new Planning("django", hub, Level.MID, Exposures.NONE).plan(request, 1);
		assertThat(planResult).isInstanceOf(PlanResult.Refused.class);
		return ((PlanResult.Refused) planResult).reasons();
	}

}
