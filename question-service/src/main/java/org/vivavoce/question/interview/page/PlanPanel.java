package org.vivavoce.question.interview.page;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.interview.Interview;
import org.vivavoce.question.interview.InterviewState;
import org.vivavoce.question.plan.PlannedQuestion;
import org.vivavoce.question.set.Question;

/**
 * What is still to be served in an interview, as its panel sees it.
 *
 * @param serving whether the viewer may serve a question now
 * @param open the questions that are left, in their order
 */
record PlanPanel(String interviewId, boolean closed, int planned, int served, boolean serving, List<Open> open) {

	/**
	 * A question that is left.
	 *
	 * @param position place in the plan, from 1
	 */
	record Open(int position, String questionId, Level level, String topic, int minutes, @Nullable String prompt) {

	}

	/**
	 * The texts that {@link #of} needs, as {@code id@revision}.
	 */
	static List<String> keys(Interview interview) {
		return interview.plan()
			.stream()
			.filter(PlannedQuestion::open)
			.map((question) -> Question.key(question.questionId(), question.revision()))
			.toList();
	}

	static PlanPanel of(Interview interview, Map<String, Question> texts, boolean mayServe) {
		boolean closed = interview.state() == InterviewState.CLOSED;
		List<Open> open = interview.plan()
			.stream()
			.filter(PlannedQuestion::open)
			.map((question) -> open(question, texts.get(Question.key(question.questionId(), question.revision()))))
			.toList();
		return new PlanPanel(interview.id(), closed, interview.plan().size(), interview.served(),
				mayServe && !interview.over(), open);
	}

	private static Open open(PlannedQuestion question, @Nullable Question text) {
		return new Open(question.position(), question.questionId(), question.level(), question.topic(),
				question.minutes(), (text != null) ? text.prompt() : null);
	}

	public int minutes() {
		return this.open.stream().mapToInt(Open::minutes).sum();
	}

}
