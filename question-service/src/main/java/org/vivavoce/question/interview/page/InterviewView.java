package org.vivavoce.question.interview.page;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.interview.Interview;
import org.vivavoce.question.interview.InterviewResponse;
import org.vivavoce.question.interview.InterviewState;
import org.vivavoce.question.set.Question;

/**
 * An interview as its page shows it.
 *
 * @param onPanel whether the viewer is one of its interviewers
 * @param mayClose whether the viewer may close it now
 */
record InterviewView(InterviewResponse interview, List<Row> rows, boolean onPanel, boolean mayClose) {

	/**
	 * A question of the plan.
	 */
	record Row(InterviewResponse.Item item, @Nullable String prompt) {

	}

	/**
	 * The texts that {@link #of} needs, as {@code id@revision}.
	 */
	static List<String> keys(Interview interview) {
		return interview.plan()
			.stream()
			.map((question) -> Question.key(question.questionId(), question.revision()))
			.toList();
	}

	static InterviewView of(InterviewResponse interview, Map<String, Question> texts, String viewer, boolean mayWrite) {
		List<Row> rows = interview.plan().stream().map((item) -> {
			Question text = texts.get(Question.key(item.questionId(), item.revision()));
			return new Row(item, (text != null) ? text.prompt() : null);
		}).toList();
		return new InterviewView(interview, rows, interview.panel().contains(viewer),
				mayWrite && interview.state() != InterviewState.CLOSED);
	}

	/**
	 * How long all answers should take together, in minutes.
	 */
	public int minutes() {
		return this.interview.plan().stream().mapToInt(InterviewResponse.Item::minutes).sum();
	}

}
