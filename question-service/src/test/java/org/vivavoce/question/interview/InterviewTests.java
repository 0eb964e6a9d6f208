package org.vivavoce.question.interview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.QuestionServed;
import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.question.plan.PlannedQuestion;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionOutline;

import static org.assertj.core.api.Assertions.assertThat;

class InterviewTests {

	private static final Instant OPENED = Instant.parse("2026-05-04T08:00:00Z");

	private static final Instant LATER = OPENED.plus(Duration.ofMinutes(5));

	private static final Map<String, Question> TEXTS = Stream.of(question("a", 1), question("b", 3), question("c", 2))
		.collect(Collectors.toMap((question) -> Question.key(question.id(), question.revision()), Function.identity()));

	private final List<Event> events = new ArrayList<>();

	private Interview interview = planned();

	@Test
	void openingTellsWhatIsPlanned() {
		Decision<Interview, Interview> decision = this.interview.open(Optional.empty());
		assertThat(decision).isEqualTo(Decision.write(this.interview,
				new InterviewOpened("iv-1", "cand-7", "Backend", "django", Level.MID, List.of("p1", "p2"), 3, OPENED),
				this.interview));
	}

	@Test
	void openingAgainIsTheEarlierInterview() {
		Interview again = planned();
		assertThat(again.open(Optional.of(this.interview))).isEqualTo(Decision.keep(this.interview));
	}

	@Test
	void servesInTheOrderOfThePlanAndTellsIt() {
		assertThat(next()).isEqualTo(new ServeResult.Served(1, 3, text("a@1")));
		assertThat(this.interview.state()).isEqualTo(InterviewState.IN_PROGRESS);
		assertThat(this.interview.revision()).isEqualTo(2);
		assertThat(next()).isEqualTo(new ServeResult.Served(2, 3, text("b@3")));
		assertThat(next()).isEqualTo(new ServeResult.Served(3, 3, text("c@2")));
		assertThat(this.events).first()
			.isEqualTo(new QuestionServed("iv-1", "cand-7", "Backend", "django", Level.MID, List.of("p1", "p2"), 3, 1,
					text("a@1").served(), LATER, "p1"));
		assertThat(this.events).extracting((event) -> ((QuestionServed) event).position()).containsExactly(1, 2, 3);
		assertThat(((QuestionServed) this.events.getFirst()).question().ratingAnchors())
			.containsExactly(new RatingAnchor(3, "solid"));
	}

	@Test
	void jumpsAheadAndGoesOnWithTheFirstThatIsLeft() {
		assertThat(serve("c")).isEqualTo(new ServeResult.Served(1, 3, text("c@2")));
		assertThat(next()).isEqualTo(new ServeResult.Served(2, 3, text("a@1")));
		assertThat(next()).isEqualTo(new ServeResult.Served(3, 3, text("b@3")));
	}

	@Test
	void refusesToServeAQuestionTwice() {
		serve("b");
		assertThat(serve("b")).isEqualTo(new ServeResult.Refused("question 'b' is already served"));
	}

	@Test
	void refusesAQuestionThatIsNotPlanned() {
		assertThat(serve("x")).isEqualTo(new ServeResult.Refused("question 'x' is not in the plan of this interview"));
	}

	@Test
	void refusesWhenNothingIsLeft() {
		next();
		next();
		next();
		assertThat(next()).isEqualTo(new ServeResult.Refused("all 3 questions are served"));
		assertThat(this.events).hasSize(3);
	}

	@Test
	void refusesWhenItIsClosed() {
		close(InterviewOutcome.ABANDONED);
		assertThat(next()).isEqualTo(new ServeResult.Refused("the interview is closed"));
	}

	@Test
	void asksForTheTextOfThePinnedRevision() {
		next();
		ServeCommand next = new ServeCommand(null, "p1", LATER, null, null);
		assertThat(this.interview.serve(next, Map.of())).isEqualTo(Decision.keep(new ServeResult.Wanted("b", 3)));
	}

	@Test
	void theSameRequestAgainGivesTheSameQuestion() {
		ServeResult first = serve(new ServeCommand(null, "p1", LATER, null, "key-1"));
		next();
		assertThat(serve(new ServeCommand(null, "p1", LATER.plusSeconds(9), null, "key-1"))).isEqualTo(first);
		close(InterviewOutcome.COMPLETED);
		assertThat(serve(new ServeCommand(null, "p1", LATER, null, "key-1"))).isEqualTo(first);
		assertThat(this.events).hasSize(3);
	}

	@Test
	void closesAtAnyTimeAndTellsIt() {
		assertThat(close(InterviewOutcome.NO_SHOW)).isEqualTo(new CloseResult.Closed(this.interview));
		assertThat(this.interview.state()).isEqualTo(InterviewState.CLOSED);
		assertThat(this.interview.outcome()).isEqualTo(InterviewOutcome.NO_SHOW);
		assertThat(this.interview.closedAt()).isEqualTo(LATER);
		assertThat(this.events).containsExactly(new InterviewClosed("iv-1", "cand-7", InterviewOutcome.NO_SHOW, LATER));
	}

	@Test
	void twoWhoAskForTheNextQuestionAtTheSameTimeGetTheSame() {
		ServeResult first = serve(new ServeCommand(null, "p1", LATER, 0, "key-1"));
		assertThat(serve(new ServeCommand(null, "p2", LATER, 0, "key-2"))).isEqualTo(first);
		assertThat(this.interview.served()).isEqualTo(1);
		assertThat(serve(new ServeCommand(null, "p2", LATER, 1, "key-3"))).isNotEqualTo(first);
		assertThat(this.interview.served()).isEqualTo(2);
	}

	@Test
	void whoJumpsGetsThatQuestionWhateverSomebodyElseWasServed() {
		next();
		assertThat(serve(new ServeCommand("c", "p2", LATER, 0, null)))
			.isEqualTo(new ServeResult.Served(2, 3, text("c@2")));
	}

	@Test
	void closingAgainChangesNothing() {
		close(InterviewOutcome.COMPLETED);
		Interview closed = this.interview;
		assertThat(close(InterviewOutcome.COMPLETED)).isEqualTo(new CloseResult.Closed(closed));
		assertThat(close(InterviewOutcome.ABANDONED))
			.isEqualTo(new CloseResult.Refused("the interview is already closed with another outcome"));
		assertThat(this.interview).isSameAs(closed);
		assertThat(this.events).hasSize(1);
	}

	private ServeResult next() {
		return serve(new ServeCommand(null, "p1", LATER, null, null));
	}

	private ServeResult serve(String questionId) {
		return serve(new ServeCommand(questionId, "p1", LATER, null, null));
	}

	private ServeResult serve(ServeCommand command) {
		return apply(this.interview.serve(command, TEXTS));
	}

	private CloseResult close(InterviewOutcome outcome) {
		return apply(this.interview.close(outcome, LATER));
	}

	private <R> R apply(Decision<Interview, R> decision) {
		if (decision instanceof Decision.Write<Interview, R> write) {
			this.interview = write.state();
			this.events.addAll(write.events());
		}
		return decision.result();
	}

	private static Interview planned() {
		List<PlannedQuestion> plan = List.of(
				PlannedQuestion.at(1, new QuestionOutline("a", 1, Level.MID, "orm", 4), null),
				PlannedQuestion.at(2, new QuestionOutline("b", 3, Level.MID, "orm", 4), null),
				PlannedQuestion.at(3, new QuestionOutline("c", 2, Level.SENIOR, "caching", 4), null));
		return new Interview("iv-1", 1, InterviewState.PLANNED, "cand-7", 1, "Backend", "django", Level.MID,
				List.of("p1", "p2"), plan, 42L, "recruiter", OPENED, null, null, null);
	}

	private static Question text(String key) {
		return Objects.requireNonNull(TEXTS.get(key));
	}

	private static Question question(String id, int revision) {
		return new Question(id, revision, "django", Level.MID, "orm", 4, "Prompt " + id, "Answer", "Flag",
				List.of(new KeyPoint("k", "point")), List.of(new RatingAnchor(3, "solid")), "django", null);
	}

}
