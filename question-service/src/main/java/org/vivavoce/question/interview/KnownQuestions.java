package org.vivavoce.question.interview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import reactor.core.publisher.Mono;

import org.vivavoce.question.candidate.CandidateService;
import org.vivavoce.question.candidate.Reservation;
import org.vivavoce.question.exposure.ExposureRepository;
import org.vivavoce.question.exposure.Exposures;

/**
 * Finds out what was asked before, of whomever, and of one candidate.
 */
public final class KnownQuestions {

	private final InterviewRepository interviews;

	private final ExposureRepository exposures;

	private final CandidateService candidates;

	KnownQuestions(InterviewRepository interviews, ExposureRepository exposures, CandidateService candidates) {
		this.interviews = interviews;
		this.exposures = exposures;
		this.candidates = candidates;
	}

	/**
	 * What is known before an interview is planned.
	 *
	 * @param reserved what was planned for the candidate a moment ago
	 */
	public record Known(Exposures exposures, List<Reservation> reserved) {

	}

	/**
	 * What is known about questions that were asked before.
	 * @param candidateId who is to be interviewed; empty while nobody knows
	 */
	public Mono<Known> known(String technology, String candidateId) {
		return Mono.zip(this.exposures.served(technology), interviews(candidateId), this::known);
	}

	private Known known(Map<String, Integer> served, Interviews theirs) {
		Set<String> opened = theirs.opened().stream().map(Interview::id).collect(Collectors.toSet());
		Stream<String> reserved = theirs.reserved()
			.stream()
			.filter((reservation) -> !opened.contains(reservation.interviewId()))
			.flatMap((reservation) -> reservation.questionIds().stream());
		Set<String> planned = Stream
			.concat(theirs.opened().stream().flatMap((interview) -> interview.toAsk().stream()), reserved)
			.collect(Collectors.toSet());
		Set<String> asked = theirs.opened()
			.stream()
			.flatMap((interview) -> interview.asked().stream())
			.collect(Collectors.toSet());
		return new Known(new Exposures(served, asked, planned, this.exposures.limits()), theirs.reserved());
	}

	/**
	 * The interviews of one candidate.
	 *
	 * @param reserved as it was before the interviews were read
	 */
	private record Interviews(List<Reservation> reserved, List<Interview> opened) {

	}

	/**
	 * A person who was forgotten is a new one.
	 */
	private Mono<Interviews> interviews(String candidateId) {
		return this.candidates.find(candidateId)
			.filter((candidate) -> !candidate.forgotten())
			.flatMap((candidate) -> this.interviews.ofCandidate(candidateId, candidate.generation())
				.collectList()
				.map((interviews) -> new Interviews(candidate.reserved(), interviews)))
			.defaultIfEmpty(new Interviews(List.of(), List.of()));
	}

}
