package org.vivavoce.question.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.set.QuestionOutline;

import static org.assertj.core.api.Assertions.assertThat;

class PlanEditorTests {

	private static final int CASES = 1_000;

	private final List<QuestionOutline> hub = hub(8);

	private final PlanEditor planEditor = new PlanEditor("django", this.hub, Level.MID, Exposures.NONE);

	@Test
	void beginsWithThePlanThatAnInterviewGetsWithoutOne() {
		PlanResult usual = new Planning("django", this.hub, Level.MID, Exposures.NONE).plan(new PlanRequest.Usual(), 7);
		assertThat(this.planEditor.start(7).questions()).isEqualTo(((PlanResult.Plan) usual).questions());
	}

	@Test
	void anEmptyHubGivesAnEmptyDraft() {
		assertThat(new PlanEditor("django", List.of(), Level.MID, Exposures.NONE).start(1).places()).isEmpty();
	}

	@Test
	void takesNamedQuestionsOnceAndAsFarAsTheHubHasThem() {
		DraftPlan draft = this.planEditor.of(List.of("senior-1", "gone", "junior-2", "senior-1"), List.of("junior-2"),
				1);
		assertThat(draft.ids()).containsExactly("senior-1", "junior-2");
		assertThat(draft.places()).extracting(DraftPlan.Place::locked).containsExactly(false, true);
	}

	@Test
	void whateverIsDoneNoQuestionComesTwiceAndTheSameActionsGiveTheSameDraft() {
		for (int seed = 0; seed < CASES; seed++) {
			DraftPlan draft = walk(seed);
			assertThat(new HashSet<>(draft.ids())).hasSameSizeAs(draft.ids());
			assertThat(walk(seed)).isEqualTo(draft);
		}
	}

	@Test
	void lockedQuestionsStayInTheirPlacesWhenTheRestIsDrawnAgainAndCountsAreKept() {
		for (int seed = 0; seed < CASES; seed++) {
			DraftPlan draft = walk(seed);
			DraftPlan again = this.planEditor.apply(draft, new DraftAction.Redraw(seed + 1L));
			assertThat(again.counts()).isEqualTo(draft.counts());
			for (int at = 0; at < draft.places().size(); at++) {
				if (draft.places().get(at).locked()) {
					assertThat(again.places().get(at)).isEqualTo(draft.places().get(at));
				}
				assertThat(again.places().get(at).question().level())
					.isEqualTo(draft.places().get(at).question().level());
			}
		}
	}

	@Test
	void lockedQuestionsStayWhenCountsChangeAndCountsAreMetAsFarAsPossible() {
		for (int seed = 0; seed < CASES; seed++) {
			DraftPlan draft = walk(seed);
			Random random = new Random(seed);
			Map<Level, Integer> wanted = Map.of(Level.JUNIOR, random.nextInt(12), Level.SENIOR, random.nextInt(12));
			DraftPlan fitted = this.planEditor.apply(draft, new DraftAction.Fit(wanted));
			assertThat(fitted.places()).containsAll(draft.places().stream().filter(DraftPlan.Place::locked).toList());
			wanted.forEach((level, count) -> assertThat(fitted.counts()).containsEntry(level,
					Math.clamp(count, draft.locked(level), 8)));
			assertThat(fitted.counts().get(Level.MID)).isEqualTo(draft.counts().get(Level.MID));
		}
	}

	@Test
	void moreQuestionsLeaveThoseThatAreThereInTheirOrder() {
		DraftPlan draft = this.planEditor.start(3);
		DraftPlan more = this.planEditor.apply(draft, new DraftAction.Fit(Map.of(Level.SENIOR, 4, Level.JUNIOR, 5)));
		assertThat(more.ids()).containsSubsequence(draft.ids());
		assertThat(more.questions()).extracting(QuestionOutline::level).isSorted();
	}

	@Test
	void swappingTakesAQuestionOfTheSameLevelWithATopicThatIsNotThereYet() {
		DraftPlan draft = this.planEditor.of(List.of("mid-0", "mid-1", "junior-2"), List.of(), 5);
		DraftPlan swapped = this.planEditor.apply(draft, new DraftAction.Swap("mid-0"));
		assertThat(swapped.counts()).isEqualTo(draft.counts());
		assertThat(swapped.ids().subList(1, 3)).isEqualTo(draft.ids().subList(1, 3));
		assertThat(swapped.questions().getFirst().topic()).isNotIn("topic-1", "topic-2");
		assertThat(swapped.ids().getFirst()).isNotEqualTo("mid-0");
	}

	@Test
	void swappingAgainAndAgainGoesThroughAllTopicsThatAreNotThereYet() {
		DraftPlan draft = this.planEditor.of(List.of("mid-0", "mid-1"), List.of(), 5);
		Set<String> seen = new HashSet<>();
		for (int times = 0; times < 7; times++) {
			draft = this.planEditor.apply(draft, new DraftAction.Swap(draft.ids().getFirst()));
			seen.add(draft.ids().getFirst());
		}
		assertThat(seen).containsExactlyInAnyOrder("mid-0", "mid-2", "mid-3", "mid-4", "mid-5", "mid-6", "mid-7");
	}

	@Test
	void whatIsNotPossibleChangesNothing() {
		DraftPlan all = this.planEditor.of(ids(Level.MID), List.of(), 1);
		assertThat(this.planEditor.spare(all, Level.MID)).isZero();
		assertThat(this.planEditor.apply(all, new DraftAction.Swap("mid-0"))).isEqualTo(all);
		assertThat(this.planEditor.apply(all, new DraftAction.Move("mid-0", -1))).isEqualTo(all);
		assertThat(this.planEditor.apply(all, new DraftAction.Remove("gone"))).isEqualTo(all);
	}

	@Test
	void movesAndRemovesOneQuestion() {
		DraftPlan draft = this.planEditor.of(List.of("mid-0", "mid-1", "mid-2"), List.of(), 1);
		assertThat(this.planEditor.apply(draft, new DraftAction.Move("mid-2", -1)).ids()).containsExactly("mid-0",
				"mid-2", "mid-1");
		assertThat(this.planEditor.apply(draft, new DraftAction.Remove("mid-1")).ids()).containsExactly("mid-0",
				"mid-2");
	}

	private DraftPlan walk(long seed) {
		Random random = new Random(seed);
		DraftPlan draft = this.planEditor.start(seed);
		for (int steps = random.nextInt(12); steps > 0; steps--) {
			String id = draft.ids().isEmpty() ? "none" : draft.ids().get(random.nextInt(draft.ids().size()));
			draft = this.planEditor.apply(draft, switch (random.nextInt(6)) {
				case 0 -> new DraftAction.Swap(id);
				case 1 -> new DraftAction.Lock(id, random.nextInt(4) > 0);
				case 2 -> new DraftAction.Move(id, random.nextInt(7) - 3);
				case 3 -> new DraftAction.Remove(id);
				case 4 -> new DraftAction.Fit(Map.of(Level.values()[random.nextInt(3)], random.nextInt(10)));
				default -> new DraftAction.Redraw(random.nextInt(100));
			});
		}
		return draft;
	}

	private List<String> ids(Level level) {
		return this.hub.stream().filter((question) -> question.level() == level).map(QuestionOutline::id).toList();
	}

	private static List<QuestionOutline> hub(int each) {
		List<QuestionOutline> hub = new ArrayList<>();
		for (Level level : Level.values()) {
			for (int number = 0; number < each; number++) {
				hub.add(new QuestionOutline(level.name().toLowerCase(Locale.ROOT) + "-" + number, 1, level,
						"topic-" + number, 4));
			}
		}
		return hub;
	}

}
