package org.vivavoce.question.interview;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.question.candidate.Candidate;
import org.vivavoce.question.candidate.CandidateService;
import org.vivavoce.question.candidate.Reservation;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.kit.Kit;
import org.vivavoce.question.plan.PlannedQuestion;
import org.vivavoce.question.plan.Planning;
import org.vivavoce.question.plan.Proposal;
import org.vivavoce.question.set.QuestionOutline;

/**
 * Plans interviews and opens them.
 */
public final class InterviewPlanner {

	/**
	 * So often questions are chosen again because somebody else has planned for the same
	 * candidate meanwhile; then they may be shared.
	 */
	private static final int MOST_CHOICES = 8;

	private static final Duration PAUSE = Duration.ofMillis(10);

	private final InterviewRepository interviews;

	private final QuestionHub hub;

	private final KnownQuestions known;

	private final KitSelector choices;

	private final CandidateService candidates;

	private final Clock clock;

	InterviewPlanner(InterviewRepository interviews, QuestionHub hub, KnownQuestions known, KitSelector choices,
			CandidateService candidates, Clock clock) {
		this.interviews = interviews;
		this.hub = hub;
		this.known = known;
		this.choices = choices;
		this.candidates = candidates;
		this.clock = clock;
	}

	/**
	 * Open an interview.
	 * @param key the same caller and key again give the same interview
	 * @return fails with {@link ProblemTypes#INVALID} when it cannot be planned like that
	 */
	Mono<KnownInterview> open(String caller, OpenInterviewRequest request, @Nullable String key) {
		return open(caller, request, null, key);
	}

	/**
	 * Open an interview by a kit with the questions that somebody was shown.
	 * @param shown ids of what was drawn; null to draw now
	 */
	public Mono<KnownInterview> open(String caller, OpenInterviewRequest request, @Nullable List<String> shown,
			@Nullable String key) {
		List<Fault> faults = request.faults();
		if (!faults.isEmpty()) {
			return Mono.error(invalid(faults));
		}
		return earlier(caller, key)
			.switchIfEmpty(Mono.defer(() -> plan(RequestKeys.interviewId(caller, key), caller, request, shown)));
	}

	/**
	 * The interview that was opened by the same caller with the same key.
	 */
	public Mono<KnownInterview> earlier(String caller, @Nullable String key) {
		return (key == null) ? Mono.empty()
				: this.interviews.find(RequestKeys.interviewId(caller, key))
					.flatMap((interview) -> this.candidates.find(interview.candidateId())
						.map((candidate) -> new KnownInterview(interview, candidate)));
	}

	public static ProblemException invalid(List<Fault> faults) {
		return new ProblemException(ProblemTypes.INVALID, "No interview was planned, see errors").withErrors(faults);
	}

	private Mono<KnownInterview> plan(String id, String caller, OpenInterviewRequest request,
			@Nullable List<String> shown) {
		return this.choices.kit(request).flatMap((kit) -> plan(id, caller, request, kit, shown, 1));
	}

	private Mono<KnownInterview> plan(String id, String caller, OpenInterviewRequest request, Optional<Kit> kit,
			@Nullable List<String> shown, int choice) {
		String technology = QuestionHub.spelling(request.technology());
		return Mono.zip(this.hub.outlines(technology), this.known.known(technology, request.candidate().id()))
			// a kit of many questions takes longer than an event loop has
			.publishOn(Schedulers.boundedElastic())
			.flatMap((read) -> {
				Proposal proposal = propose(kit, request, shown, read.getT1(), read.getT2().exposures());
				if (!proposal.against().isEmpty()) {
					return Mono.error(invalid(proposal.against()
						.stream()
						.map((reason) -> Fault.at(reason.pointer(), reason.message()))
						.toList()));
				}
				return reserve(id, request, proposal, (choice < MOST_CHOICES) ? read.getT2().reserved() : null)
					.flatMap((candidate) -> open(interview(id, caller, request, kit, proposal, candidate)))
					.switchIfEmpty(Mono.delay(PAUSE.multipliedBy(ThreadLocalRandom.current().nextInt(choice + 1)))
						.flatMap((tick) -> plan(id, caller, request, kit, shown, choice + 1)));
			});
	}

	private static Proposal propose(Optional<Kit> kit, OpenInterviewRequest request, @Nullable List<String> shown,
			List<QuestionOutline> questions, Exposures exposures) {
		boolean repeated = request.seed() != null;
		long seed = (request.seed() != null) ? request.seed() : Planning.freshSeed();
		Proposal.Basis basis = new Proposal.Basis(QuestionHub.spelling(request.technology()), request.level(),
				questions, exposures);
		return kit
			.map((chosen) -> ((shown != null) ? Proposal.shown(chosen.rules(),
					"version " + chosen.version() + " of kit '" + chosen.id() + "'", shown, basis)
					: Proposal.of(chosen.rules(), basis, seed, repeated))
				.at("/plan/kit"))
			.orElseGet(() -> Proposal.of(request.planRequest(), basis, seed, repeated));
	}

	private Mono<Candidate> reserve(String id, OpenInterviewRequest request, Proposal proposal,
			@Nullable List<Reservation> seen) {
		OpenInterviewRequest.Person person = request.candidate();
		Reservation reservation = new Reservation(id,
				proposal.plan().stream().map(PlannedQuestion::questionId).toList(), this.clock.instant());
		return this.candidates.reserve(person.id(), person.name(), person.externalIdList(), seen, reservation);
	}

	private Interview interview(String id, String caller, OpenInterviewRequest request, Optional<Kit> kit,
			Proposal proposal, Candidate candidate) {
		return new Interview(id, 1, InterviewState.PLANNED, candidate.candidateId(), candidate.generation(),
				request.role(), QuestionHub.spelling(request.technology()), request.level(), request.panel(),
				proposal.plan(), request.seed(), caller, this.clock.instant(), null, null,
				kit.map(PinnedKit::of).orElse(null));
	}

	private Mono<KnownInterview> open(Interview interview) {
		return this.interviews.change(interview.id(), interview::open)
			.flatMap((opened) -> this.candidates.find(opened.candidateId())
				.map((candidate) -> new KnownInterview(opened, candidate)))
			.flatMap((known) -> known.shown() ? Mono.just(known) : forget(known));
	}

	/**
	 * The candidate was forgotten while the interview was opened: it must not stay.
	 */
	private Mono<KnownInterview> forget(KnownInterview known) {
		Candidate candidate = known.candidate();
		return (candidate.forgotten() ? this.candidates.forget(candidate.candidateId(), null)
				: this.candidates.purge(candidate))
			.then(Mono.error(() -> new ProblemException(ProblemTypes.CONFLICT,
					"Candidate '" + candidate.candidateId() + "' was forgotten meanwhile; nothing was opened")));
	}

}
