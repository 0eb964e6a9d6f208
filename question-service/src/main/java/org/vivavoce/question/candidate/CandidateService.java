package org.vivavoce.question.candidate;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.mongodb.client.model.Filters;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.platform.web.IfMatch;

/**
 * Profiles people and forgets them.
 */
public final class CandidateService {

	private static final int ALL = Integer.MAX_VALUE;

	private final AggregateStore<Candidate> candidates;

	private final PersonalData personalData;

	private final Clock clock;

	CandidateService(AggregateStore<Candidate> candidates, PersonalData personalData, Clock clock) {
		this.candidates = candidates;
		this.personalData = personalData;
		this.clock = clock;
	}

	/**
	 * What is stored, also of a person who was forgotten.
	 */
	public Mono<Candidate> find(String id) {
		return this.candidates.find(id).map(Stored::state);
	}

	/**
	 * What is stored, by id.
	 */
	public Mono<Map<String, Candidate>> findAll(Collection<String> ids) {
		return this.candidates.findAll(ids).map(Stored::state).collectMap(Candidate::candidateId);
	}

	/**
	 * Take over what an interview that is about to be opened says about its candidate,
	 * keep what it leaves out, and reserve its questions.
	 * @param seen what was reserved when they were chosen; null to reserve in any case
	 * @return empty when somebody has planned another interview of the person since
	 */
	public Mono<Candidate> reserve(String id, @Nullable String name, @Nullable List<ExternalId> externalIds,
			@Nullable List<Reservation> seen, Reservation reservation) {
		return this.candidates
			.change(id, (current) -> Candidate.reserve(current, id, name, externalIds, seen, reservation))
			.flatMap(Mono::justOrEmpty);
	}

	Mono<Candidate> profile(Profile profile, @Nullable String ifMatch) {
		return this.candidates.change(profile.candidateId(), (current) -> {
			IfMatch.require(ifMatch, tag(current));
			return Candidate.profile(current, profile);
		});
	}

	/**
	 * Forget a person: first for good, then everything that is stored.
	 */
	public Mono<Void> forget(String id, @Nullable String ifMatch) {
		return this.candidates.change(id, (current) -> {
			IfMatch.require(ifMatch, tag(current));
			return Candidate.forget(current, id, this.clock.instant());
		}).flatMap(this::purge);
	}

	/**
	 * Remove what may be left of a candidate's earlier generations.
	 */
	public Mono<Void> purge(Candidate candidate) {
		String id = candidate.candidateId();
		int generation = candidate.generation();
		return this.personalData.purge(id, generation)
			.then(this.candidates.change(id, (current) -> Candidate.purged(current, generation)))
			.then();
	}

	/**
	 * What has to be done at start: finish forgetting where a crash or an outage came in
	 * between.
	 */
	public Mono<Void> finishPurges() {
		return this.candidates.find(Filters.eq("state.purging", true), Filters.empty(), ALL)
			.concatMap((stored) -> purge(stored.state()))
			.then();
	}

	static String tag(Candidate candidate) {
		return Etags.of(candidate.revision());
	}

	private static @Nullable String tag(Optional<Candidate> current) {
		return current.filter((candidate) -> !candidate.forgotten()).map(CandidateService::tag).orElse(null);
	}

}
