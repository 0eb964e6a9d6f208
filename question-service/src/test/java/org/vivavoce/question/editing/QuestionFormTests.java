package org.vivavoce.question.editing;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionField;
import org.vivavoce.question.set.SampleQuestions;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionFormTests {

	private static final Question QUESTION = SampleQuestions.withPoints(1, new KeyPoint("a", "One"),
			new KeyPoint("b", "Two"));

	@Test
	void aFormThatNobodyTouchedMeansTheSameQuestion() {
		QuestionForm form = QuestionForm.of(QUESTION.edit());
		assertThat(form.faults()).isEmpty();
		assertThat(form.edit().draft(QUESTION, List.of())).isEqualTo(QUESTION.draft());
	}

	@Test
	void lineEndsAndSpaceAroundAreNoContent() {
		QuestionForm form = QuestionForm.read((field) -> " " + field.of(QUESTION).replace("\n", "\r\n\r\n") + "\r\n");
		assertThat(form.edit().draft(QUESTION, List.of())).isEqualTo(QUESTION.draft());
	}

	@Test
	void everyFaultIsSaidAtItsField() {
		Map<QuestionField, List<String>> faults = QuestionForm.read((field) -> switch (field) {
			case MINUTES -> "soon";
			case RATING_3 -> "x".repeat(1_001);
			case STRONG_ANSWER -> "half \ud800 a character";
			case KEY_POINTS -> "fine\n" + "y".repeat(1_001);
			case TOPIC -> "orm";
			default -> "";
		}).faults();
		assertThat(faults).containsOnly(Map.entry(QuestionField.PROMPT, List.of("Question is empty")),
				Map.entry(QuestionField.STRONG_ANSWER,
						List.of("Strong answer holds a control character or half a character")),
				Map.entry(QuestionField.RED_FLAG, List.of("Red flag is empty")),
				Map.entry(QuestionField.KEY_POINTS, List.of("Key point 2 is longer than 1000 characters")),
				Map.entry(QuestionField.RATING_3, List.of("3 – solid is longer than 1000 characters")),
				Map.entry(QuestionField.MINUTES, List.of("Minutes must be a whole number from 1 to 120")));
	}

	@Test
	void aQuestionNeedsOneToTwentyKeyPoints() {
		assertThat(points("").faults())
			.containsOnly(Map.entry(QuestionField.KEY_POINTS, List.of("There is no key point; write at least one")));
		assertThat(points("p\n".repeat(21)).faults()).containsOnly(Map.entry(QuestionField.KEY_POINTS,
				List.of("The list of key points has 21 entries; 1 to 20 are possible")));
	}

	private static QuestionForm points(String text) {
		return QuestionForm.read((field) -> (field == QuestionField.KEY_POINTS) ? text : field.of(QUESTION));
	}

}
