package org.vivavoce.question.interview;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.platform.web.IfMatch;
import org.vivavoce.platform.web.Page;
import org.vivavoce.question.candidate.Candidate;
import org.vivavoce.question.candidate.CandidateDesk;
import org.vivavoce.question.hub.Question;
import org.vivavoce.question.hub.QuestionHub;

/**
 * Shows interviews, serves their questions, closes them.
 */
final class InterviewDesk {

	private final InterviewRepository interviews;

	private final QuestionHub hub;

	private final CandidateDesk candidates;

	private final Clock clock;

	InterviewDesk(InterviewRepository interviews, QuestionHub hub, CandidateDesk candidates, Clock clock) {
		this.interviews = interviews;
		this.hub = hub;
		this.candidates = candidates;
		this.clock = clock;
	}

	/**
	 * One interview, for who may read all and for its panel.
	 */
	Mono<KnownInterview> find(Caller caller, String id) {
		return known(id).doOnNext((known) -> require(caller, Scopes.INTERVIEWS_READ, known.interview()));
	}

	/**
	 * A page of interviews, newest first. It leaves out those of people who are being
	 * forgotten.
	 */
	Mono<Page<InterviewResponse>> list(InterviewRepository.Query query, InterviewRepository.@Nullable Place after,
			int size) {
		return this.interviews.list(query, after, size + 1)
			.collectList()
			.map((rows) -> Page.of(rows, size, (row) -> row, (row) -> InterviewRepository.Place.of(row).cursor()))
			.flatMap((page) -> this.candidates
				.findAll(page.items().stream().map(Interview::candidateId).distinct().toList())
				.map((candidates) -> new Page<>(responses(page.items(), candidates), page.next())));
	}

	private static List<InterviewResponse> responses(List<Interview> interviews, Map<String, Candidate> candidates) {
		return interviews.stream()
			.flatMap((interview) -> Stream.ofNullable(candidates.get(interview.candidateId()))
				.map((candidate) -> new KnownInterview(interview, candidate)))
			.filter(KnownInterview::shown)
			.map(KnownInterview::response)
			.toList();
	}

	/**
	 * Serve a question.
	 * @param questionId the question to jump to, or null for the next one
	 * @param key the same caller and key again give the same question
	 */
	Mono<ServeResult.Served> serve(Caller caller, String id, @Nullable String questionId, @Nullable String key,
			@Nullable String ifMatch) {
		return known(id).flatMap((known) -> {
			require(caller, Scopes.INTERVIEWS_WRITE, known.interview());
			IfMatch.require(ifMatch, tag(known));
			ServeCommand command = new ServeCommand(questionId, caller.id(), now(), RequestKeys.of(caller.id(), key));
			ServeResult first = known.interview().serve(command, Map.of()).result();
			return follow(first, known, command, ifMatch, Map.of());
		});
	}

	/**
	 * A decision may ask for the text of a question, which is then decided on again. That
	 * ends, for each time somebody else was faster and the plan has an open question
	 * less.
	 */
	private Mono<ServeResult.Served> follow(ServeResult result, KnownInterview known, ServeCommand command,
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
	Mono<KnownInterview> close(Caller caller, String id, InterviewOutcome outcome, @Nullable String ifMatch) {
		return known(id).flatMap((known) -> {
			require(caller, Scopes.INTERVIEWS_WRITE, known.interview());
			Instant at = now();
			return this.interviews.change(id, (current) -> current(current, known, ifMatch).close(outcome, at))
				.flatMap((result) -> switch (result) {
					case CloseResult.Closed closed ->
						Mono.just(new KnownInterview(closed.interview(), known.candidate()));
					case CloseResult.Refused refused -> Mono.error(conflict(refused.reason()));
				});
		});
	}

	static String tag(KnownInterview known) {
		return Etags.of(known.interview().revision(), known.candidate().revision());
	}

	private Mono<KnownInterview> known(String id) {
		return this.interviews.find(id)
			.flatMap((interview) -> this.candidates.find(interview.candidateId())
				.map((candidate) -> new KnownInterview(interview, candidate)))
			.filter(KnownInterview::shown)
			.switchIfEmpty(Mono.error(() -> notFound(id)));
	}

	private static Interview current(Optional<Interview> current, KnownInterview known, @Nullable String ifMatch) {
		Interview interview = current.orElseThrow(() -> notFound(known.interview().id()));
		IfMatch.require(ifMatch, tag(new KnownInterview(interview, known.candidate())));
		return interview;
	}

	private static void require(Caller caller, String scope, Interview interview) {
		if (!caller.has(scope) && !interview.panel().contains(caller.id())) {
			throw new ProblemException(ProblemTypes.FORBIDDEN,
					"This is for the panel of the interview and for the scope '" + scope + "'");
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static ProblemException conflict(String reason) {
		return new ProblemException(ProblemTypes.CONFLICT, "Nothing was changed: " + reason);
	}

	private static ProblemException notFound(String id) {
		return new ProblemException(ProblemTypes.NOT_FOUND, "There is no interview '" + id + "'");
	}

}
