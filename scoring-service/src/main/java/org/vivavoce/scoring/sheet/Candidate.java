package org.vivavoce.scoring.sheet;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;

/**
 * What the score sheets of one person have in common.
 *
 * @param forgottenAt everything up to this time stays forgotten, whenever it arrives;
 * null while the person was not forgotten
 * @param person null while there is no profile
 */
public record Candidate(String candidateId, @Nullable Instant forgottenAt, @Nullable Person person) {

	/**
	 * Fold one event about the person; all others change nothing. Commutative,
	 * associative and idempotent: the latest profile counts, and what was forgotten stays
	 * forgotten.
	 * @param current null when there is nothing yet
	 * @return the same instance when nothing changes
	 */
	public static @Nullable Candidate fold(@Nullable Candidate current, Envelope envelope) {
		Candidate known = (current != null) ? current : new Candidate(envelope.event().candidateId(), null, null);
		Stamp stamp = Stamp.of(envelope);
		return switch (envelope.event()) {
			case CandidateForgotten event -> known.forget(stamp.at());
			case CandidateProfiled event -> known.profile(new Person(event.name(), stamp));
			default -> current;
		};
	}

	private Candidate profile(Person incoming) {
		if (this.forgottenAt != null && !incoming.after(this.forgottenAt)) {
			return this;
		}
		Person latest = Stamped.latest(this.person, incoming);
		return (latest == this.person) ? this : new Candidate(this.candidateId, this.forgottenAt, latest);
	}

	private Candidate forget(Instant time) {
		if (this.forgottenAt != null && !time.isAfter(this.forgottenAt)) {
			return this;
		}
		return new Candidate(this.candidateId, time, Stamped.after(this.person, time));
	}

	/**
	 * This candidate with everything that another copy knows.
	 * @return the same instance when the other knows nothing more
	 */
	public Candidate joined(Candidate other) {
		Candidate joined = (other.forgottenAt != null) ? forget(other.forgottenAt) : this;
		return (other.person != null) ? joined.profile(other.person) : joined;
	}

	@Nullable public String name() {
		return (this.person != null) ? this.person.name() : null;
	}

}
