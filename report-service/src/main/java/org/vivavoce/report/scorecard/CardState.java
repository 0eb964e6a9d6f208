package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.AnswerScored;
import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.QuestionServed;
import org.vivavoce.contracts.RecommendationGiven;
import org.vivavoce.contracts.ScorecardUpdated;

/**
 * What all events about one candidate add up to. Folding is commutative, associative and
 * idempotent: any order, any repetition and any batching of the same events gives the
 * same state.
 *
 * @param forgottenAt everything up to this time is forgotten, also what arrives later
 * @param interviews sorted by id
 */
public record CardState(String candidateId, @Nullable Instant forgottenAt, @Nullable Register<Profile> profile,
		List<InterviewEntry> interviews) {

	public CardState {
		interviews = List.copyOf(interviews);
	}

	/**
	 * A candidate of whom nothing is known.
	 */
	public static CardState unknown(String candidateId) {
		return new CardState(candidateId, null, null, List.of());
	}

	/**
	 * The state with one more event; itself when the event is a repetition, outdated or
	 * forgotten.
	 */
	public CardState apply(Envelope envelope) {
		if (this.forgottenAt != null && !envelope.occurredAt().isAfter(this.forgottenAt)) {
			return this;
		}
		return switch (envelope.event()) {
			case CandidateForgotten event -> forget(envelope.occurredAt());
			case CandidateProfiled event -> profile(Claim.of(envelope, 1, new Profile(event.name())));
			case InterviewOpened event -> interview(event.interviewId(), (known) -> known.open(envelope, event));
			case QuestionServed event -> interview(event.interviewId(), (known) -> known.serve(envelope, event));
			case InterviewClosed event -> interview(event.interviewId(), (known) -> known.close(envelope, event));
			case AnswerScored event -> interview(event.interviewId(), (known) -> known.score(envelope, event));
			case RecommendationGiven event ->
				interview(event.interviewId(), (known) -> known.recommend(envelope, event));
			case ScorecardUpdated event -> this;
		};
	}

	private CardState forget(Instant at) {
		return new CardState(this.candidateId, at, Register.after(this.profile, at),
				Entries.after(this.interviews, at, InterviewEntry::after));
	}

	private CardState profile(Claim<Profile> claim) {
		Register<Profile> changed = Register.with(this.profile, claim);
		return (changed == this.profile) ? this
				: new CardState(this.candidateId, this.forgottenAt, changed, this.interviews);
	}

	private CardState interview(String id, UnaryOperator<InterviewEntry> change) {
		InterviewEntry unknown = InterviewEntry.unknown(id);
		InterviewEntry known = Entries.find(this.interviews, unknown, InterviewEntry.ORDER);
		InterviewEntry changed = change.apply((known != null) ? known : unknown);
		return (changed == known) ? this : new CardState(this.candidateId, this.forgottenAt, this.profile,
				Entries.with(this.interviews, changed, InterviewEntry.ORDER));
	}

	/**
	 * Whether there is anything to show.
	 */
	public boolean exists() {
		return this.profile != null || !this.interviews.isEmpty();
	}

	/**
	 * Grows with every change of what counts and is the same for any order of the events:
	 * a sum over the revisions that the card holds. Profiles carry no revision and may
	 * change any number of times, and forgetting takes revisions away, so these two count
	 * by their time, in microseconds.
	 */
	public long version() {
		long forgotten = (this.forgottenAt != null) ? micros(this.forgottenAt) : 0;
		long person = (this.profile != null) ? micros(this.profile.time()) + this.profile.superseded() : forgotten;
		return forgotten + person
				+ this.interviews.stream().flatMap(InterviewEntry::registers).mapToLong(Register::weight).sum();
	}

	private static long micros(Instant time) {
		return Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, time));
	}

	/**
	 * Time of the latest event that the card holds.
	 */
	public Optional<Instant> updatedAt() {
		Stream<Register<?>> person = Stream.ofNullable(this.profile);
		return Stream.concat(person, this.interviews.stream().flatMap(InterviewEntry::registers))
			.map(Register::time)
			.max(Instant::compareTo);
	}

}
