package org.vivavoce.question.interview;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.platform.web.IfMatch;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.set.Question;

/**
 * Serves the questions of interviews and closes them.
 */
public final class ServingService {

	private final InterviewLookup lookup;

	private final InterviewRepository interviews;

	private final QuestionHub hub;

	private final Clock clock;

	ServingService(InterviewLookup lookup, InterviewRepository interviews, QuestionHub hub, Clock clock) {
		this.lookup = lookup;
		this.interviews = interviews;
		this.hub = hub;
		this.clock = clock;
	}

	/**
	 * Serve a question.
	 */
	public Mono<ServeResult.Served> serve(Caller caller, String id, ServeWish wish, @Nullable String ifMatch) {
		return this.lookup.known(id).flatMap((known) -> {
			InterviewLookup.require(caller, Scopes.INTERVIEWS_WRITE, known.interview());
			IfMatch.require(ifMatch, InterviewLookup.tag(known));
			ServeCommand command = new ServeCommand(wish.questionId(), caller.id(), now(), wish.seen(),
					RequestKeys.of(caller.id(), wish.key()));
			ServeResult first = known.interview().serve(command, Map.of()).result();
			return follow(first, known, command, ifMatch, Map.of());
		});
	}

	/**
	 * A decision may ask for the text of a question, which is then decided on again. That
	 * ends, for each time somebody else was faster and the plan has an open question
	 * less.
	 */
	private Mono<ServeResult.Served> follow(ServeResult result, CandidateInterview known, ServeCommand command,
			@Nullable String ifMatch, Map<String, Question> texts) {
		return switch (result) {
			case ServeResult.Served served -> Mono.just(served);
			case ServeResult.Refused refused -> Mono.error(conflict(refused.reason()));
			case ServeResult.Wanted wanted -> this.hub.question(wanted.questionId(), wanted.revision())
				.switchIfEmpty(Mono.error(() -> new IllegalStateException("The hub has lost " + wanted)))
				.flatMap((question) -> {
					Map<String, Question> more = new HashMap<>(texts);
					more.put(Question.key(question.id(), question.revision()), question);
					return this.interviews
						.change(known.interview().id(),
								(current) -> current(current, known, ifMatch).serve(command, more))
						.flatMap((next) -> follow(next, known, command, ifMatch, more));
				});
		};
	}

	/**
	 * Close an interview.
	 */
	public Mono<CandidateInterview> close(Caller caller, String id, InterviewOutcome outcome,
			@Nullable String ifMatch) {
		return this.lookup.known(id).flatMap((known) -> {
			InterviewLookup.require(caller, Scopes.INTERVIEWS_WRITE, known.interview());
			Instant at = now();
			return this.interviews.change(id, (current) -> current(current, known, ifMatch).close(outcome, at))
				.flatMap((result) -> switch (result) {
					case CloseResult.Closed closed ->
						Mono.just(new CandidateInterview(closed.interview(), known.candidate()));
					case CloseResult.Refused refused -> Mono.error(conflict(refused.reason()));
				});
		});
	}

	private static Interview current(Optional<Interview> current, CandidateInterview known, @Nullable String ifMatch) {
		Interview interview = current.orElseThrow(() -> InterviewLookup.notFound(known.interview().id()));
		IfMatch.require(ifMatch, InterviewLookup.tag(new CandidateInterview(interview, known.candidate())));
		return interview;
	}

	private Instant now() {
		return this.clock.instant();
	}

	private static ProblemException conflict(String reason) {
		return new ProblemException(ProblemTypes.CONFLICT, "Nothing was changed: " + reason);
	}

}
