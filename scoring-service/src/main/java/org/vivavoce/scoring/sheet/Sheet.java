package org.vivavoce.scoring.sheet;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The score sheet of one interview: what events say about it, and what the panel gave.
 *
 * @param details null while no event has named the panel
 * @param opened when the interview was planned; null where that event is missing
 * @param served by position
 * @param ratings by question and interviewer
 * @param recommendations by interviewer
 */
public record Sheet(String interviewId, @Nullable Details details, @Nullable Instant opened, @Nullable Closing closing,
		List<Serving> served, @JsonProperty("answers") List<Rating> ratings, List<Recommendation> recommendations) {

	public Sheet {
		served = List.copyOf(served);
		ratings = List.copyOf(ratings);
		recommendations = List.copyOf(recommendations);
	}

	static Sheet blank(String interviewId) {
		return new Sheet(interviewId, null, null, null, List.of(), List.of(), List.of());
	}

	Sheet with(Details incoming) {
		Details latest = Stamped.latest(this.details, incoming);
		return (latest == this.details) ? this : new Sheet(this.interviewId, latest, this.opened, this.closing,
				this.served, this.ratings, this.recommendations);
	}

	Sheet withOpened(Instant incoming) {
		return (this.opened != null && !incoming.isAfter(this.opened)) ? this : new Sheet(this.interviewId,
				this.details, incoming, this.closing, this.served, this.ratings, this.recommendations);
	}

	Sheet with(Closing incoming) {
		Closing latest = Stamped.latest(this.closing, incoming);
		return (latest == this.closing) ? this : new Sheet(this.interviewId, this.details, this.opened, latest,
				this.served, this.ratings, this.recommendations);
	}

	Sheet with(Serving incoming) {
		Serving known = served(incoming.questionId()).orElse(null);
		if (Stamped.latest(known, incoming) == known) {
			return this;
		}
		List<Serving> questions = Entries.put(this.served, (each) -> each.questionId().equals(incoming.questionId()),
				incoming, Serving.ORDER);
		return new Sheet(this.interviewId, this.details, this.opened, this.closing, questions, this.ratings,
				this.recommendations);
	}

	Sheet with(Rating rating) {
		List<Rating> given = Entries.put(this.ratings, (each) -> Rating.ORDER.compare(each, rating) == 0, rating,
				Rating.ORDER);
		return new Sheet(this.interviewId, this.details, this.opened, this.closing, this.served, given,
				this.recommendations);
	}

	Sheet with(Recommendation recommendation) {
		List<Recommendation> given = Entries.put(this.recommendations,
				(each) -> each.interviewer().equals(recommendation.interviewer()), recommendation,
				Recommendation.ORDER);
		return new Sheet(this.interviewId, this.details, this.opened, this.closing, this.served, this.ratings, given);
	}

	/**
	 * The sheet without everything up to a time.
	 * @return the same sheet when nothing was that old; a blank one when nothing is left
	 */
	Sheet after(Instant time) {
		Instant laterOpened = (this.opened != null && this.opened.isAfter(time)) ? this.opened : null;
		Sheet left = new Sheet(this.interviewId, Stamped.after(this.details, time), laterOpened,
				Stamped.after(this.closing, time), Entries.keep(this.served, (each) -> each.after(time)),
				Entries.keep(this.ratings, (each) -> each.after(time)),
				Entries.keep(this.recommendations, (each) -> each.after(time)));
		return left.equals(this) ? this : left;
	}

	/**
	 * The sheet with everything that another copy of it knows.
	 * @return the same sheet when the other knows nothing more
	 */
	Sheet joined(Sheet other) {
		Sheet joined = (other.details != null) ? with(other.details) : this;
		joined = (other.opened != null) ? joined.withOpened(other.opened) : joined;
		joined = (other.closing != null) ? joined.with(other.closing) : joined;
		for (Serving each : other.served) {
			joined = joined.with(each);
		}
		for (Rating each : other.ratings) {
			if (each.supersedes(joined.rating(each.questionId(), each.interviewer()).orElse(null))) {
				joined = joined.with(each);
			}
		}
		for (Recommendation each : other.recommendations) {
			if (each.supersedes(joined.recommendation(each.interviewer()).orElse(null))) {
				joined = joined.with(each);
			}
		}
		return joined;
	}

	boolean holdsNothing() {
		return equals(blank(this.interviewId));
	}

	public boolean hasPanelMember(String person) {
		return this.details != null && this.details.panel().contains(person);
	}

	Optional<Serving> served(String questionId) {
		return Entries.find(this.served, (each) -> each.questionId().equals(questionId));
	}

	public Optional<Rating> rating(String questionId, String interviewer) {
		return Entries.find(this.ratings,
				(each) -> each.questionId().equals(questionId) && each.interviewer().equals(interviewer));
	}

	public Optional<Recommendation> recommendation(String interviewer) {
		return Entries.find(this.recommendations, (each) -> each.interviewer().equals(interviewer));
	}

	/**
	 * Where the sheet stands among others: when the interview was planned, or the
	 * earliest time that is known of it.
	 */
	public Instant since() {
		return Optional.ofNullable(this.opened)
			.or(() -> Stream.concat(Stream.of(this.details, this.closing), this.served.stream())
				.filter(java.util.Objects::nonNull)
				.map((each) -> each.stamp().at())
				.min(Comparator.naturalOrder()))
			.orElse(Instant.EPOCH);
	}

}
