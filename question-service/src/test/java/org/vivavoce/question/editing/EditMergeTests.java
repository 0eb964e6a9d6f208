package org.vivavoce.question.editing;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.vivavoce.question.set.QuestionField;
import org.vivavoce.question.set.SampleQuestions;

import static org.assertj.core.api.Assertions.assertThat;

class EditMergeTests {

	private static final QuestionForm BASE = form("Base?", "Base flag");

	@Test
	void whatOnlyOneHasTouchedIsTakenFromThere() {
		EditMerge merge = EditMerge.of(BASE, form("Mine?", "Base flag"), form("Base?", "Their flag"));
		assertThat(merge.form()).isEqualTo(form("Mine?", "Their flag"));
		assertThat(merge.taken()).containsExactly(QuestionField.RED_FLAG);
		assertThat(merge.theirs()).isEmpty();
	}

	@Test
	void whatBothHaveTouchedStaysMineWithTheirsBesideIt() {
		EditMerge merge = EditMerge.of(BASE, form("Mine?", "Base flag"), form("Theirs?", "Base flag"));
		assertThat(merge.form()).isEqualTo(form("Mine?", "Base flag"));
		assertThat(merge.taken()).isEmpty();
		assertThat(merge.theirs()).isEqualTo(Map.of(QuestionField.PROMPT, "Theirs?"));
	}

	@Test
	void whatBothHaveWrittenAlikeIsNoMatter() {
		EditMerge merge = EditMerge.of(BASE, form("Same?", "Base flag"), form("Same?", "Base flag"));
		assertThat(merge.form()).isEqualTo(form("Same?", "Base flag"));
		assertThat(merge.taken()).isEmpty();
		assertThat(merge.theirs()).isEmpty();
	}

	private static QuestionForm form(String prompt, String redFlag) {
		return QuestionForm.of(SampleQuestions.withPrompt(1, prompt, redFlag).edit());
	}

}
