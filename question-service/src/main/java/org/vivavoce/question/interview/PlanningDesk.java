package org.vivavoce.question.interview;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.question.candidate.Candidate;
import org.vivavoce.question.candidate.CandidateDesk;
import org.vivavoce.question.exposure.ExposureRepository;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.hub.QuestionHub;

/**
 * Plans interviews and opens them.
 */
final class PlanningDesk {

	static final long SEEDS = 1_000_000_000;

	private final InterviewRepository interviews;

	private final QuestionHub hub;

	private final ExposureRepository exposures;

	private final CandidateDesk candidates;

	private final Clock clock;

	PlanningDesk(InterviewRepository interviews, QuestionHub hub, ExposureRepository exposures,
			CandidateDesk candidates, Clock clock) {
		this.interviews = interviews;
		this.hub = hub;
		this.exposures = exposures;
		this.candidates = candidates;
		this.clock = clock;
	}

	/**
	 * Open an interview.
	 * @param key the same caller and key again give the same interview
	 * @return fails with {@link ProblemTypes#INVALID} when it cannot be planned like that
	 */
	Mono<KnownInterview> open(String caller, OpenInterviewRequest request, @Nullable String key) {
		List<Fault> faults = faults(request);
		if (!faults.isEmpty()) {
			return Mono.error(invalid(faults));
		}
		String id = RequestKeys.interviewId(caller, key);
		Mono<Interview> earlier = (key != null) ? this.interviews.find(id) : Mono.empty();
		return earlier
			.flatMap((interview) -> this.candidates.find(interview.candidateId())
				.map((candidate) -> new KnownInterview(interview, candidate)))
			.switchIfEmpty(Mono.defer(() -> plan(id, caller, request)));
	}

	private static List<Fault> faults(OpenInterviewRequest request) {
		List<Fault> faults = new ArrayList<>();
		if (request.panelHasTwins()) {
			faults.add(Fault.at("/panel", "names somebody twice"));
		}
		List<String> unknown = request.unknownPointers();
		unknown.forEach((pointer) -> faults.add(Fault.at(pointer, "is not known here")));
		// a misspelled choice is one fault, not two
		if (request.choosesNothing() && unknown.isEmpty()) {
			faults.add(Fault.at("/plan", "gives neither counts nor questionIds; leave it out for the usual mix"));
		}
		if (request.choosesTwice()) {
			faults.add(Fault.at("/plan", "gives counts and questionIds; one of them is possible"));
		}
		return faults;
	}

	private static ProblemException invalid(List<Fault> faults) {
		return new ProblemException(ProblemTypes.INVALID, "No interview was planned, see errors").withErrors(faults);
	}

	private Mono<KnownInterview> plan(String id, String caller, OpenInterviewRequest request) {
		String technology = QuestionHub.spelling(request.technology());
		long seed = (request.seed() != null) ? request.seed() : ThreadLocalRandom.current().nextLong(SEEDS);
		return Mono.zip(this.hub.outlines(technology), exposures(technology, request.candidate().id()))
			.flatMap((known) -> switch (new Planning(technology, known.getT1(), request.level(),
					(request.seed() != null) ? Exposures.NONE : known.getT2())
				.plan(request.planRequest(), seed)) {
				case Planned.Plan plan -> mention(request).flatMap((candidate) -> open(
						interview(id, caller, request, explained(plan, request, known.getT2()), seed, candidate)));
				case Planned.Refused refused -> Mono.error(invalid(refused.reasons()
					.stream()
					.map((reason) -> Fault.at(reason.pointer(), reason.message()))
					.toList()));
			});
	}

	/**
	 * What is known about questions that were asked before.
	 * @param candidateId who is to be interviewed; empty while nobody knows
	 */
	Mono<Exposures> exposures(String technology, String candidateId) {
		return Mono.zip(this.exposures.served(technology), asked(candidateId))
			.map((known) -> new Exposures(known.getT1(), known.getT2(), this.exposures.limits()));
	}

	/**
	 * A person who was forgotten is a new one.
	 */
	private Mono<Set<String>> asked(String candidateId) {
		return this.candidates.find(candidateId)
			.filter((candidate) -> !candidate.forgotten())
			.flatMap((candidate) -> this.interviews.asked(candidateId, candidate.generation()))
			.defaultIfEmpty(Set.of());
	}

	private static List<PlannedQuestion> explained(Planned.Plan plan, OpenInterviewRequest request,
			Exposures exposures) {
		Explanation.Origin origin = (request.planRequest() instanceof PlanRequest.Named) ? Explanation.Origin.NAMED
				: (request.seed() != null) ? Explanation.Origin.REPEATED : Explanation.Origin.DRAWN;
		List<String> reasons = new Explanation(request.level(), origin, exposures).of(plan.questions());
		return IntStream.range(0, reasons.size())
			.mapToObj((place) -> PlannedQuestion.at(place + 1, plan.questions().get(place), reasons.get(place)))
			.toList();
	}

	private Mono<Candidate> mention(OpenInterviewRequest request) {
		OpenInterviewRequest.Person person = request.candidate();
		return this.candidates.mention(person.id(), person.name(), person.externalIdList());
	}

	private Interview interview(String id, String caller, OpenInterviewRequest request, List<PlannedQuestion> plan,
			long seed, Candidate candidate) {
		return new Interview(id, 1, InterviewState.PLANNED, candidate.candidateId(), candidate.generation(),
				request.role(), QuestionHub.spelling(request.technology()), request.level(), request.panel(), plan,
				seed, caller, this.clock.instant().truncatedTo(ChronoUnit.MICROS), null, null);
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
