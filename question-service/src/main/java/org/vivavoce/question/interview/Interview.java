package org.vivavoce.question.interview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.QuestionServed;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.question.plan.PlannedQuestion;
import org.vivavoce.question.set.Question;

/**
 * An interview and everything that it decides by itself.
 *
 * @param revision from 1, higher with every change
 * @param candidateGeneration which life of the candidate it belongs to: a person who was
 * forgotten starts a new one
 * @param technology as the hub spells it
 * @param panel ids of the people who interview
 * @param plan by position
 * @param seed with which somebody wanted a plan that can be repeated; null when it was
 * drawn with an eye on what was asked lately
 * @param kit null when it was planned without one
 */
public record Interview(String id, int revision, InterviewState state, String candidateId, int candidateGeneration,
		String role, String technology, Level targetLevel, List<String> panel, List<PlannedQuestion> plan,
		@Nullable Long seed, String createdBy, Instant openedAt, @Nullable InterviewOutcome outcome,
		@Nullable Instant closedAt, @Nullable PinnedKit kit) {

	public Interview {
		panel = List.copyOf(panel);
		plan = List.copyOf(plan);
	}

	/**
	 * Open this interview.
	 * @param current the one with the same id: an earlier attempt of the same request
	 */
	Decision<Interview, Interview> open(Optional<Interview> current) {
		if (current.isPresent()) {
			return Decision.keep(current.get());
		}
		return Decision.write(this, new InterviewOpened(this.id, this.candidateId, this.role, this.technology,
				this.targetLevel, this.panel, this.plan.size(), this.openedAt), this);
	}

	/**
	 * Serve the named question, or the first of the plan that is still open.
	 * @param texts questions by {@code id@revision}, as far as they are at hand
	 */
	Decision<Interview, ServeResult> serve(ServeCommand command, Map<String, Question> texts) {
		Optional<PlannedQuestion> earlier = this.plan.stream()
			.filter((question) -> question.serving() != null && command.meant(question.serving()))
			.findFirst();
		if (earlier.isPresent()) {
			return Decision.keep(result(earlier.get(), texts));
		}
		if (this.state == InterviewState.CLOSED) {
			return refuse("the interview is closed");
		}
		return (command.questionId() != null) ? jump(command.questionId(), command, texts) : next(command, texts);
	}

	private Decision<Interview, ServeResult> next(ServeCommand command, Map<String, Question> texts) {
		return this.plan.stream()
			.filter(PlannedQuestion::open)
			.findFirst()
			.map((question) -> serve(question, command, texts))
			.orElseGet(() -> refuse("all " + this.plan.size() + " questions are served"));
	}

	private Decision<Interview, ServeResult> jump(String questionId, ServeCommand command,
			Map<String, Question> texts) {
		PlannedQuestion question = this.plan.stream()
			.filter((planned) -> planned.questionId().equals(questionId))
			.findFirst()
			.orElse(null);
		if (question == null) {
			return refuse("question '" + questionId + "' is not in the plan of this interview");
		}
		if (!question.open()) {
			return refuse("question '" + questionId + "' is already served");
		}
		return serve(question, command, texts);
	}

	private Decision<Interview, ServeResult> serve(PlannedQuestion question, ServeCommand command,
			Map<String, Question> texts) {
		int position = served() + 1;
		PlannedQuestion served = question
			.served(new PlannedQuestion.Serving(position, command.at(), command.by(), command.key()));
		ServeResult result = result(served, texts);
		if (!(result instanceof ServeResult.Served answer)) {
			return Decision.keep(result);
		}
		List<PlannedQuestion> plan = new ArrayList<>(this.plan);
		plan.set(question.position() - 1, served);
		Interview next = new Interview(this.id, this.revision + 1, InterviewState.IN_PROGRESS, this.candidateId,
				this.candidateGeneration, this.role, this.technology, this.targetLevel, this.panel, plan, this.seed,
				this.createdBy, this.openedAt, null, null, this.kit);
		return Decision.write(
				next, new QuestionServed(this.id, this.candidateId, this.role, this.technology, this.targetLevel,
						this.panel, this.plan.size(), position, answer.question().served(), command.at(), command.by()),
				result);
	}

	private ServeResult result(PlannedQuestion served, Map<String, Question> texts) {
		Question text = texts.get(Question.key(served.questionId(), served.revision()));
		if (text == null || served.serving() == null) {
			return new ServeResult.Wanted(served.questionId(), served.revision());
		}
		return new ServeResult.Served(served.serving().position(), this.plan.size(), text);
	}

	private static Decision<Interview, ServeResult> refuse(String reason) {
		return Decision.keep(new ServeResult.Refused(reason));
	}

	/**
	 * Close the interview, whether or not all its questions are served.
	 */
	Decision<Interview, CloseResult> close(InterviewOutcome outcome, Instant at) {
		if (this.state == InterviewState.CLOSED) {
			return Decision.keep((this.outcome == outcome) ? new CloseResult.Closed(this)
					: new CloseResult.Refused("the interview is already closed with another outcome"));
		}
		Interview next = new Interview(this.id, this.revision + 1, InterviewState.CLOSED, this.candidateId,
				this.candidateGeneration, this.role, this.technology, this.targetLevel, this.panel, this.plan,
				this.seed, this.createdBy, this.openedAt, outcome, at, this.kit);
		return Decision.write(next, new InterviewClosed(this.id, this.candidateId, outcome, at),
				new CloseResult.Closed(next));
	}

	/**
	 * Whether nothing more can be served.
	 */
	public boolean over() {
		return this.state == InterviewState.CLOSED || served() == this.plan.size();
	}

	/**
	 * Ids of the questions that were asked.
	 */
	List<String> asked() {
		return this.plan.stream().filter((question) -> !question.open()).map(PlannedQuestion::questionId).toList();
	}

	/**
	 * Ids of the questions that will be asked, of which there are none when it is closed.
	 */
	List<String> toAsk() {
		return (this.state == InterviewState.CLOSED) ? List.of()
				: this.plan.stream().filter(PlannedQuestion::open).map(PlannedQuestion::questionId).toList();
	}

	/**
	 * How many questions are served.
	 */
	public int served() {
		return (int) this.plan.stream().filter((question) -> !question.open()).count();
	}

}
