package org.vivavoce.question.set;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.set.ImportResult.Imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.set.SampleQuestions.CHANGE;

class QuestionSetTests {

	@Test
	void startsEveryQuestionAtRevisionOne() {
		QuestionSet set = revise(null, draft(question("a", "A?"), question("b", "B?")));
		assertThat(set.revision()).isEqualTo(1);
		assertThat(revisions(set)).containsExactly("a@1", "b@1");
	}

	@Test
	void theSameContentAgainIsTheSameSet() {
		QuestionSet set = revise(null, draft(question("a", "A?")));
		assertThat(revise(set, draft(question("a", "A?")))).isSameAs(set);
	}

	@Test
	void whereAQuestionStandsInTheDocumentIsNoContent() {
		QuestionSet set = revise(null, draft(question("a", "A?")));
		QuestionDraft moved = new QuestionDraft(99, "a", "orm", 5, "A?", "Answer", "Flag",
				List.of(new KeyPoint("k", "point")), List.of());
		assertThat(revise(set, draft(moved))).isSameAs(set);
	}

	@Test
	void onlyAChangedQuestionGetsANewRevision() {
		QuestionSet set = revise(null, draft(question("a", "A?"), question("b", "B?")));
		QuestionSet next = revise(set, draft(question("a", "A?"), question("b", "B, really?")));
		assertThat(next.revision()).isEqualTo(2);
		assertThat(revisions(next)).containsExactly("a@1", "b@2");
	}

	@Test
	void aNewOrderIsANewSetButNoNewQuestion() {
		QuestionSet set = revise(null, draft(question("a", "A?"), question("b", "B?")));
		QuestionSet next = revise(set, draft(question("b", "B?"), question("a", "A?")));
		assertThat(next.revision()).isEqualTo(2);
		assertThat(revisions(next)).containsExactly("b@1", "a@1");
	}

	@Test
	void aQuestionThatComesBackCountsItsRevisionsOn() {
		QuestionSet one = revise(null, draft(question("a", "A?"), question("b", "B?")));
		QuestionSet two = revise(one, draft(question("a", "A?")));
		QuestionSet three = revise(two, draft(question("a", "A!")));
		QuestionSet four = revise(three, draft(question("b", "B?"), question("a", "A!")));
		RetiredQuestion left = new RetiredQuestion("b", 1, new RetiredQuestion.Spot(Level.MID, "2–5 years", "ORM", 1),
				CHANGE.retiring());
		assertThat(two.retired()).containsExactly(left);
		assertThat(three.retired()).containsExactly(left);
		assertThat(four.retired()).isEmpty();
		assertThat(revisions(four)).containsExactly("b@2", "a@2");
	}

	@Test
	void aSetStaysWithItsTechnology() {
		QuestionSet set = revise(null, draft(question("a", "A?")));
		QuestionSetDraft other = new QuestionSetDraft("django", "flask", "Flask", draft(question("a", "A?")).levels());
		assertThat(QuestionSet.importing(Optional.of(set), other, CHANGE))
			.isEqualTo(Decision.keep(new ImportResult.OtherTechnology("django")));
	}

	@Test
	void anImportThatChangesNothingWritesNothing() {
		QuestionSet set = revise(null, draft(question("a", "A?")));
		assertThat(QuestionSet.importing(Optional.of(set), draft(question("a", "A?")), CHANGE))
			.isEqualTo(Decision.keep(new Imported(set, false)));
	}

	@Test
	void statesItselfAsADraft() {
		QuestionSetDraft draft = draft(question("a", "A?"), question("b", "B?"));
		assertThat(revise(null, draft).draft()).isEqualTo(draft);
	}

	private static QuestionSet revise(@Nullable QuestionSet set, QuestionSetDraft draft) {
		return QuestionSet.revise(set, draft, CHANGE);
	}

	private static List<String> revisions(QuestionSet set) {
		return set.questions().map((question) -> Question.key(question.id(), question.revision())).toList();
	}

	private static QuestionSetDraft draft(QuestionDraft... questions) {
		return new QuestionSetDraft("django", "django", "Django",
				List.of(new LevelDraft(Level.MID, "2–5 years", "ORM", Arrays.asList(questions))));
	}

	private static QuestionDraft question(String id, String prompt) {
		return new QuestionDraft(1, id, "orm", 5, prompt, "Answer", "Flag", List.of(new KeyPoint("k", "point")),
				List.of());
	}

}
