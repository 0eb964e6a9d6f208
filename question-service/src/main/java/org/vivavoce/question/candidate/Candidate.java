package org.vivavoce.question.candidate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.platform.store.Decision;

/**
 * What is known about a person.
 *
 * @param revision from 1, higher with every change
 * @param generation from 1, higher each time the person was forgotten; interviews of
 * earlier generations are not shown any more
 * @param externalIds the person's ids in other systems, by system
 * @param forgottenAt when the person was forgotten; null for a person who is known
 * @param purging whether interviews of earlier generations may still be stored
 * @param reserved what was planned for the person a moment ago, the latest last
 */
public record Candidate(String candidateId, int revision, int generation, @Nullable String name,
		List<ExternalId> externalIds, @Nullable Instant forgottenAt, boolean purging, List<Reservation> reserved) {

	public Candidate {
		externalIds = List.copyOf(externalIds);
		// who was stored before there were reservations has no list of them
		reserved = (reserved != null) ? List.copyOf(reserved) : List.of();
	}

	/**
	 * Put this profile in place of what was known.
	 * @return the candidate, unchanged when the profile says the same
	 */
	static Decision<Candidate, Candidate> profile(Optional<Candidate> current, Profile profile) {
		Candidate known = current.orElse(null);
		if (known != null && !known.forgotten() && known.profile().equals(profile)) {
			return Decision.keep(known);
		}
		Candidate next = new Candidate(profile.candidateId(), (known != null) ? known.revision + 1 : 1,
				(known != null) ? known.generation : 1, profile.name(), profile.externalIds(), null,
				known != null && known.purging, (known != null) ? known.reserved : List.of());
		return Decision.write(next, new CandidateProfiled(next.candidateId, next.name, next.externalIdsBySystem()),
				next);
	}

	/**
	 * Take over what an interview says about its candidate, and keep what it leaves out.
	 */
	static Decision<Candidate, Candidate> mention(Optional<Candidate> current, String candidateId,
			@Nullable String name, @Nullable List<ExternalId> externalIds) {
		Optional<Candidate> known = current.filter((candidate) -> !candidate.forgotten());
		return profile(current,
				new Profile(candidateId, (name != null) ? name : known.map(Candidate::name).orElse(null),
						(externalIds != null) ? externalIds : known.map(Candidate::externalIds).orElse(List.of())));
	}

	/**
	 * The same, and reserve the questions of an interview that is about to be opened.
	 * @param seen what was reserved when they were chosen; null to reserve in any case
	 * @return empty when somebody has planned another interview of the person since
	 */
	static Decision<Candidate, Optional<Candidate>> reserve(Optional<Candidate> current, String candidateId,
			@Nullable String name, @Nullable List<ExternalId> externalIds, @Nullable List<Reservation> seen,
			Reservation reservation) {
		List<Reservation> reserved = current.map(Candidate::reserved).orElse(List.of());
		if (seen != null && !reserved.equals(seen)) {
			return Decision.keep(Optional.empty());
		}
		Decision<Candidate, Candidate> mentioned = mention(current, candidateId, name, externalIds);
		Candidate known = mentioned.result();
		Candidate next = new Candidate(candidateId, known.revision, known.generation, known.name, known.externalIds,
				null, known.purging,
				Stream
					.concat(reserved.stream().filter((each) -> !each.before(reservation.at())), Stream.of(reservation))
					.toList());
		return Decision.write(next,
				(mentioned instanceof Decision.Write<Candidate, Candidate> write) ? write.events() : List.of(),
				Optional.of(next));
	}

	/**
	 * Forget the person. Also a person whom nobody here knows: others may.
	 * @param at the time of the request
	 */
	static Decision<Candidate, Candidate> forget(Optional<Candidate> current, String candidateId, Instant at) {
		int revision = current.map(Candidate::revision).orElse(0) + 1;
		int generation = current.map(Candidate::generation).orElse(0) + 1;
		Candidate next = new Candidate(candidateId, revision, generation, null, List.of(), at, true, List.of());
		return Decision.write(next, new CandidateForgotten(candidateId), next);
	}

	/**
	 * Note that nothing of the generations before this one is stored any more.
	 */
	static Decision<Candidate, Boolean> purged(Optional<Candidate> current, int generation) {
		Candidate known = current.orElse(null);
		if (known == null || !known.purging || known.generation != generation) {
			return Decision.keep(false);
		}
		return Decision.write(new Candidate(known.candidateId, known.revision, known.generation, known.name,
				known.externalIds, known.forgottenAt, false, known.reserved), List.of(), true);
	}

	public boolean forgotten() {
		return this.forgottenAt != null;
	}

	Profile profile() {
		return new Profile(this.candidateId, this.name, this.externalIds);
	}

	Map<String, String> externalIdsBySystem() {
		return this.externalIds.stream().collect(Collectors.toMap(ExternalId::system, ExternalId::id));
	}

}
