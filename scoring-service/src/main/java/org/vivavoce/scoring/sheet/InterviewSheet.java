package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.QuestionServed;

/**
 * The score sheet of one interview and whose it is: what is stored as one document.
 *
 * @param forgottenAt everything up to this time stays forgotten, whenever it arrives;
 * null while the candidate was not forgotten
 * @param sheet blank when all of it was forgotten: then it only says that the interview
 * is gone
 */
public record InterviewSheet(String candidateId, @Nullable Instant forgottenAt, Sheet sheet) {

	public static InterviewSheet blank(String candidateId, String interviewId) {
		return new InterviewSheet(candidateId, null, Sheet.blank(interviewId));
	}

	/**
	 * Fold one event about the interview; all others change nothing. Commutative,
	 * associative and idempotent: of each thing the latest event counts, and what was
	 * forgotten stays forgotten.
	 * @param current null when there is nothing yet
	 * @return the same instance when nothing changes
	 * @throws IllegalArgumentException when the event names another candidate
	 */
	public static @Nullable InterviewSheet fold(@Nullable InterviewSheet current, Envelope envelope) {
		Stamp stamp = Stamp.of(envelope);
		return switch (envelope.event()) {
			case InterviewOpened event -> known(current, event).change(stamp,
					(sheet) -> sheet.with(Details.of(event, stamp)).withOpened(stamp.at()));
			case QuestionServed event ->
				known(current, event).change(stamp, (sheet) -> sheet.with(Details.of(event, stamp))
					.with(new Serving(event.position(), event.question(), event.servedBy(), stamp)));
			case InterviewClosed event ->
				known(current, event).change(stamp, (sheet) -> sheet.with(new Closing(event.outcome(), stamp)));
			default -> current;
		};
	}

	private static InterviewSheet known(@Nullable InterviewSheet current, Event event) {
		InterviewSheet known = (current != null) ? current : blank(event.candidateId(), event.subject());
		known.requireCandidate(event.candidateId());
		return known;
	}

	private void requireCandidate(String named) {
		if (!this.candidateId.equals(named)) {
			throw new IllegalArgumentException("interview '" + this.sheet.interviewId() + "' is one of candidate '"
					+ this.candidateId + "', not of '" + named + "'");
		}
	}

	private InterviewSheet change(Stamp stamp, UnaryOperator<Sheet> change) {
		if (this.forgottenAt != null && !stamp.at().isAfter(this.forgottenAt)) {
			return this;
		}
		return with(change.apply(this.sheet));
	}

	InterviewSheet with(Sheet changed) {
		return (changed == this.sheet) ? this : new InterviewSheet(this.candidateId, this.forgottenAt, changed);
	}

	/**
	 * Forget everything up to a time.
	 * @return the same instance when that was forgotten before
	 */
	public InterviewSheet forget(Instant time) {
		if (this.forgottenAt != null && !time.isAfter(this.forgottenAt)) {
			return this;
		}
		return new InterviewSheet(this.candidateId, time, this.sheet.after(time));
	}

	/**
	 * Forget what the candidate's document says is forgotten.
	 * @param candidate null while nothing is known of the person
	 * @return the same instance when nothing more is
	 */
	public InterviewSheet forgottenBy(@Nullable Candidate candidate) {
		Instant time = (candidate != null) ? candidate.forgottenAt() : null;
		return (time != null) ? forget(time) : this;
	}

	/**
	 * This sheet with everything that another copy of it knows. Commutative, associative
	 * and idempotent, like the fold: of a rating or recommendation the highest revision
	 * counts.
	 * @return the same instance when the other knows nothing more
	 * @throws IllegalArgumentException when the other is one of another candidate
	 */
	public InterviewSheet joined(InterviewSheet other) {
		requireCandidate(other.candidateId);
		// first forget, then join: a higher revision that is forgotten counts for nothing
		InterviewSheet one = (other.forgottenAt != null) ? forget(other.forgottenAt) : this;
		InterviewSheet two = (this.forgottenAt != null) ? other.forget(this.forgottenAt) : other;
		return one.with(one.sheet.joined(two.sheet));
	}

	/**
	 * In whose lists it stands; stored for queries.
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	List<String> panel() {
		Details details = this.sheet.details();
		return (details != null) ? details.panel() : List.of();
	}

	/**
	 * Its place in those lists; stored for queries.
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	Instant since() {
		return this.sheet.since();
	}

}
