package org.vivavoce.question.interview;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.problem.Challenge;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.platform.web.Page;
import org.vivavoce.question.candidate.Candidate;
import org.vivavoce.question.candidate.CandidateService;

/**
 * Shows interviews.
 */
public final class InterviewLookup {

	private final InterviewRepository interviews;

	private final CandidateService candidates;

	InterviewLookup(InterviewRepository interviews, CandidateService candidates) {
		this.interviews = interviews;
		this.candidates = candidates;
	}

	/**
	 * One interview, for who may read all and for its panel. Nobody else learns whether
	 * there is one.
	 */
	public Mono<CandidateInterview> find(Caller caller, String id) {
		return stored(id).filter((known) -> allowed(caller, Scopes.INTERVIEWS_READ, known.interview()))
			.switchIfEmpty(Mono
				.error(() -> caller.has(Scopes.INTERVIEWS_READ) ? notFound(id) : forbidden(Scopes.INTERVIEWS_READ)));
	}

	/**
	 * A page of interviews, newest first. It leaves out those of people who are being
	 * forgotten.
	 */
	public Mono<Page<InterviewResponse>> list(InterviewRepository.Query query,
			InterviewRepository.@Nullable Place after, int size) {
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
				.map((candidate) -> new CandidateInterview(interview, candidate)))
			.filter(CandidateInterview::shown)
			.map(CandidateInterview::response)
			.toList();
	}

	static String tag(CandidateInterview known) {
		return Etags.of(known.interview().revision(), known.candidate().revision());
	}

	public Mono<CandidateInterview> known(String id) {
		return stored(id).switchIfEmpty(Mono.error(() -> notFound(id)));
	}

	private Mono<CandidateInterview> stored(String id) {
		return this.interviews.find(id)
			.flatMap((interview) -> this.candidates.find(interview.candidateId())
				.map((candidate) -> new CandidateInterview(interview, candidate)))
			.filter(CandidateInterview::shown);
	}

	static void require(Caller caller, String scope, Interview interview) {
		if (!allowed(caller, scope, interview)) {
			throw forbidden(scope);
		}
	}

	public static boolean allowed(Caller caller, String scope, Interview interview) {
		return caller.has(scope) || interview.panel().contains(caller.id());
	}

	private static ProblemException forbidden(String scope) {
		String required = "This is for the panel of the interview and for the scope '" + scope + "'";
		return new ProblemException(ProblemTypes.FORBIDDEN, required)
			.challenge(Challenge.insufficientScope(required, List.of(scope)));
	}

	static ProblemException notFound(String id) {
		return new ProblemException(ProblemTypes.NOT_FOUND, "There is no interview '" + id + "'");
	}

}
