package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.ServedQuestion;

/**
 * A served question on the sheet of one panel member.
 *
 * @param position place in the interview, from 1
 * @param servedBy who asked it
 * @param question the rubric as it was when the question was asked
 * @param mine the viewer's own rating
 * @param scoredBy who has rated the answer, whatever they gave
 * @param ratings what the others gave; empty while that is hidden
 */
public record QuestionView(int position, Instant servedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String servedBy, ServedQuestion question,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable AnswerView mine, List<String> scoredBy,
		List<AnswerView> ratings) {

	static QuestionView of(Sheet sheet, Serving serving, String viewer, boolean othersVisible) {
		List<Answer> answers = sheet.answers()
			.stream()
			.filter((answer) -> answer.questionId().equals(serving.questionId()))
			.toList();
		AnswerView mine = sheet.answer(serving.questionId(), viewer)
			.map((answer) -> AnswerView.of(sheet.interviewId(), answer))
			.orElse(null);
		List<AnswerView> others = answers.stream()
			.filter((answer) -> othersVisible && !answer.interviewer().equals(viewer))
			.map((answer) -> AnswerView.of(sheet.interviewId(), answer))
			.toList();
		return new QuestionView(serving.position(), serving.stamp().at(), serving.by(), serving.question(), mine,
				answers.stream().map(Answer::interviewer).toList(), others);
	}

}
