package org.vivavoce.question.interview;

import java.util.Set;

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

}
