package org.vivavoce.question.interview;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import reactor.core.publisher.Mono;

import org.vivavoce.question.candidate.CandidateDesk;
import org.vivavoce.question.exposure.ExposureRepository;
import org.vivavoce.question.exposure.Exposures;

/**
 * Finds out what was asked before, of whomever, and of one candidate.
 */
final class KnownQuestionsDesk {

	private final InterviewRepository interviews;

	private final ExposureRepository exposures;

	private final CandidateDesk candidates;

	KnownQuestionsDesk(InterviewRepository interviews, ExposureRepository exposures, CandidateDesk candidates) {
		this.interviews = interviews;
		this.exposures = exposures;
		this.candidates = candidates;
	}

	/**
	 * What is known about questions that were asked before.
	 * @param candidateId who is to be interviewed; empty while nobody knows
	 */
	Mono<Exposures> exposures(String technology, String candidateId) {
		return Mono.zip(this.exposures.served(technology), interviews(candidateId))
			.map((known) -> new Exposures(known.getT1(), ids(known.getT2(), Interview::asked),
					ids(known.getT2(), Interview::toAsk), this.exposures.limits()));
	}

	private static Set<String> ids(List<Interview> interviews, Function<Interview, List<String>> questions) {
		return interviews.stream().map(questions).flatMap(List::stream).collect(Collectors.toSet());
	}

	/**
	 * A person who was forgotten is a new one.
	 */
	private Mono<List<Interview>> interviews(String candidateId) {
		return this.candidates.find(candidateId)
			.filter((candidate) -> !candidate.forgotten())
			.flatMapMany((candidate) -> this.interviews.ofCandidate(candidateId, candidate.generation()))
			.collectList();
	}

}
