package org.vivavoce.question.set;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.KeyPointEdit;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.set.SampleQuestions.CHANGE;

/**
 * What happens to questions between their first draft and their retirement.
 */
class LifecycleTests {

	private static final Change RETIRED = change(Change.Action.RETIRED, "anna", "Leaked");

	private static final Change RESTORED = change(Change.Action.RESTORED, "ben", null);

	private static final Change DRAFTED = change(Change.Action.EDITED, "cara", "Clearer");

	private static final Change PUBLISHED = change(Change.Action.PUBLISHED, "dora", null);

	private final QuestionSet set = QuestionSet.revise(null, document("a", "b", "c"), CHANGE);

	@Test
	void everyRevisionSaysWhoWroteItWhenAndWhy() {
		QuestionSet next = QuestionSet.revise(this.set, this.set.draft().with(text("b", "B!")), DRAFTED);
		assertThat(question(this.set, "b").change()).isEqualTo(CHANGE);
		assertThat(question(next, "b").change()).isEqualTo(DRAFTED);
		assertThat(question(next, "a").change()).isEqualTo(CHANGE);
		assertThat(next.change()).isEqualTo(DRAFTED);
	}

	@Test
	void aRetiredQuestionLeavesItsSetAndKeepsItsPlace() {
		QuestionSet retired = Retirement.retire(this.set, question(this.set, "b"), RETIRED);
		assertThat(ids(retired)).containsExactly("a", "c");
		assertThat(retired.revision()).isEqualTo(2);
		assertThat(retired.retired("b").orElseThrow().change()).isEqualTo(RETIRED);
		QuestionSet restored = Retirement.restore(retired, retired.retired("b").orElseThrow(), question(this.set, "b"),
				RESTORED);
		assertThat(ids(restored)).containsExactly("a", "b", "c");
		assertThat(restored.retired()).isEmpty();
		assertThat(question(restored, "b").revision()).isEqualTo(2);
		assertThat(question(restored, "b").draft()).isEqualTo(question(this.set, "b").draft());
		assertThat(question(restored, "b").change()).isEqualTo(RESTORED.ending(RETIRED));
	}

	@Test
	void whatWasRetiredTogetherComesBackToItsPlacesInAnyOrder() {
		QuestionSet all = QuestionSet.revise(null, document("a", "b", "c", "d", "e"), CHANGE);
		QuestionSet one = Retirement.retire(all, question(all, "b"), RETIRED);
		QuestionSet both = Retirement.retire(one, question(one, "c"), RETIRED);
		QuestionSet left = QuestionSet.revise(all, document("a", "d", "e"), CHANGE);
		for (QuestionSet less : List.of(both, left)) {
			for (List<String> order : List.of(List.of("b", "c"), List.of("c", "b"))) {
				QuestionSet back = less;
				for (String id : order) {
					back = Retirement.restore(back, back.retired(id).orElseThrow(), question(all, id), RESTORED);
				}
				assertThat(ids(back)).containsExactly("a", "b", "c", "d", "e");
			}
		}
	}

	@Test
	void aLevelLeavesWithItsLastQuestionAndComesBackAsItWas() {
		QuestionSet two = QuestionSet.revise(this.set, this.set.draft().adding(Level.SENIOR, text("s", "S?")), CHANGE);
		QuestionSet one = Retirement.retire(two, question(two, "s"), RETIRED);
		assertThat(one.levels()).extracting(SetLevel::level).containsExactly(Level.MID);
		QuestionSet back = Retirement.restore(one, one.retired("s").orElseThrow(), question(two, "s"), RESTORED);
		assertThat(back.levels()).extracting(SetLevel::experience).containsExactly("2–5 years", "5+ years");
	}

	@Test
	void whatAnImportLeavesOutIsRetiredByWhoImported() {
		QuestionSet next = QuestionSet.revise(this.set, document("a"), DRAFTED);
		assertThat(next.retired()).extracting(RetiredQuestion::id).containsExactly("b", "c");
		assertThat(next.retired()).allSatisfy((each) -> assertThat(each.change()).isEqualTo(DRAFTED.retiring()));
		QuestionSet back = QuestionSet.revise(next, document("a", "b"), CHANGE);
		assertThat(question(back, "b").change()).isEqualTo(CHANGE.ending(DRAFTED.retiring()));
	}

	@Test
	void aQuestionFromBeforeHistoryWasKeptComesBackToTheEndOfItsLevel() {
		QuestionSet old = new QuestionSet("django", "django", "Django", 4, this.set.levels(),
				List.of(new RetiredQuestion("z", 3, null, null)), List.of(), null);
		Question last = Question.of(text("z", "Z?"), 3, old.draft(), Level.MID, null);
		QuestionSet back = Retirement.restore(old, old.retired().getFirst(), last, RESTORED);
		assertThat(ids(back)).containsExactly("a", "b", "c", "z");
		assertThat(question(back, "z").revision()).isEqualTo(4);
	}

	@Test
	void aDraftChangesNothingThatIsAsked() {
		QuestionSet drafted = SetDrafts.save(this.set, "b", Level.MID, 1, edit("B?!"), DRAFTED);
		assertThat(drafted.levels()).isEqualTo(this.set.levels());
		assertThat(drafted.revision()).isEqualTo(1);
		QuestionSet again = SetDrafts.save(drafted, "b", Level.MID, 1, edit("B?!!"), DRAFTED);
		assertThat(again.drafts()).singleElement().satisfies((draft) -> {
			assertThat(draft.version()).isEqualTo(2);
			assertThat(draft.text().prompt()).isEqualTo("B?!!");
		});
		assertThat(SetDrafts.discard(again, "b")).isEqualTo(this.set);
	}

	@Test
	void aPublishedDraftIsARevisionOfItsAuthor() {
		QuestionSet drafted = SetDrafts.save(this.set, "b", Level.MID, 1, edit("B?!"), DRAFTED);
		QuestionSet published = SetDrafts.publish(drafted, drafted.drafts().getFirst(), List.of(), PUBLISHED);
		assertThat(published.drafts()).isEmpty();
		Question question = question(published, "b");
		assertThat(question.revision()).isEqualTo(2);
		assertThat(question.prompt()).isEqualTo("B?!");
		assertThat(question.keyPoints()).isEqualTo(question(this.set, "b").keyPoints());
		assertThat(question.change())
			.isEqualTo(new Change(Change.Action.PUBLISHED, "cara", "dora", PUBLISHED.at(), "Clearer", null));
	}

	@Test
	void aNewQuestionComesToTheEndOfItsLevel() {
		QuestionSet drafted = SetDrafts.save(this.set, "n", Level.MID, 0, edit("New?"), DRAFTED);
		QuestionSet published = SetDrafts.publish(drafted, drafted.drafts().getFirst(), List.of(), PUBLISHED);
		assertThat(ids(published)).containsExactly("a", "b", "c", "n");
		assertThat(question(published, "n").revision()).isEqualTo(1);
		QuestionSet junior = SetDrafts.save(this.set, "n", Level.JUNIOR, 0, edit("New?"), DRAFTED);
		assertThat(SetDrafts.publish(junior, junior.drafts().getFirst(), List.of(), PUBLISHED).levels())
			.extracting(SetLevel::experience)
			.containsExactly("0–2 years", "2–5 years");
	}

	@Test
	void aDraftThatSaysTheSameIsGoneAndNothingIsRevised() {
		QuestionSet drafted = SetDrafts.save(this.set, "b", Level.MID, 1, question(this.set, "b").edit(), DRAFTED);
		assertThat(SetDrafts.publish(drafted, drafted.drafts().getFirst(), List.of(), PUBLISHED)).isEqualTo(this.set);
	}

	@Test
	void anImportLeavesDraftsAlone() {
		QuestionSet drafted = SetDrafts.save(this.set, "b", Level.MID, 1, edit("B?!"), DRAFTED);
		assertThat(QuestionSet.revise(drafted, document("a", "d"), CHANGE).drafts()).isEqualTo(drafted.drafts());
	}

	@Test
	void noRevisionEverMeansTwoTextsAndNoQuestionIsLost() {
		for (int seed = 0; seed < 200; seed++) {
			Random random = new Random(seed);
			QuestionSet now = this.set;
			Map<String, QuestionDraft> texts = new HashMap<>();
			Map<String, Question> last = new HashMap<>();
			this.set.questions().forEach((question) -> last.put(question.id(), question));
			for (int step = 0; step < 30; step++) {
				QuestionSet next = step(now, last, random);
				assertThat(next.revision()).isGreaterThanOrEqualTo(now.revision());
				next.questions().forEach((question) -> {
					QuestionDraft known = texts.putIfAbsent(Question.key(question.id(), question.revision()),
							question.draft());
					assertThat((known != null) ? known : question.draft()).as("%s", question)
						.isEqualTo(question.draft());
					Question before = last.put(question.id(), question);
					assertThat((before != null) ? before.revision() : 0).as("%s", question)
						.isLessThanOrEqualTo(question.revision());
				});
				assertThat(last.keySet())
					.allMatch((id) -> next.question(id).isPresent() != next.retired(id).isPresent());
				now = next;
			}
		}
	}

	private static QuestionSet step(QuestionSet set, Map<String, Question> last, Random random) {
		List<Question> all = set.questions().toList();
		Question one = all.get(random.nextInt(all.size()));
		String text = "Text " + random.nextInt(3);
		return switch (random.nextInt(6)) {
			case 0 -> QuestionSet.revise(set,
					document(IntStream.range(0, 5)
						.filter((at) -> at == 0 || random.nextBoolean())
						.mapToObj((at) -> "" + (char) ('a' + at))
						.toArray(String[]::new)),
					CHANGE);
			case 1 -> QuestionSet.revise(set, set.draft().with(text(one.id(), text)), CHANGE);
			case 2 -> (all.size() > 1) ? Retirement.retire(set, one, RETIRED) : set;
			case 3 -> set.retired()
				.stream()
				.findFirst()
				.map((retiredQuestion) -> Retirement.restore(set, retiredQuestion,
						Optional.ofNullable(last.get(retiredQuestion.id())).orElseThrow(), RESTORED))
				.orElse(set);
			case 4 -> SetDrafts.save(set, one.id(), one.level(), one.revision(), edit(text), DRAFTED);
			default -> set.drafts()
				.stream()
				.filter((draft) -> set.question(draft.id()).isPresent())
				.findFirst()
				.map((draft) -> SetDrafts.publish(set, draft, List.of(), PUBLISHED))
				.orElse(set);
		};
	}

	private static Change change(Change.Action action, String author, @Nullable String reason) {
		return Change.of(action, new Authorship(author, reason), Instant.parse("2026-04-01T00:00:00Z"));
	}

	private static Question question(QuestionSet set, String id) {
		return set.question(id).orElseThrow();
	}

	private static List<String> ids(QuestionSet set) {
		return set.questions().map(Question::id).toList();
	}

	private static QuestionSetDraft document(String... ids) {
		return new QuestionSetDraft("django", "django", "Django", List.of(new LevelDraft(Level.MID, "2–5 years", "ORM",
				List.of(ids).stream().map((id) -> text(id, id + "?")).toList())));
	}

	private static QuestionDraft text(String id, String prompt) {
		return new QuestionDraft(1, id, "orm", 5, prompt, "Answer", "Flag", List.of(new KeyPoint("k", "point")),
				List.of());
	}

	private static QuestionEdit edit(String prompt) {
		return new QuestionEdit("orm", 5, prompt, "Answer", "Flag", List.of(new KeyPointEdit(null, "point")),
				List.of());
	}

}
