package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * When something happened in an interview, as far as the card still tells: of a rating
 * that was corrected, the time of the correction.
 *
 * @param questionId what was asked or rated
 * @param interviewer who rated or recommended
 */
public record TimelineEvent(Instant at, Kind kind, @Nullable String questionId, @Nullable String interviewer) {

	private static final Comparator<TimelineEvent> ORDER = Comparator.comparing(TimelineEvent::at)
		.thenComparing(TimelineEvent::kind)
		.thenComparing((timelineEvent) -> Objects.requireNonNullElse(timelineEvent.questionId(), ""))
		.thenComparing((timelineEvent) -> Objects.requireNonNullElse(timelineEvent.interviewer(), ""));

	/**
	 * What happened.
	 */
	public enum Kind {

		PLANNED, ASKED, RATED, RECOMMENDED, CLOSED

	}

	/**
	 * The moments of an interview, earliest first.
	 */
	static List<TimelineEvent> of(InterviewEntry interview) {
		Stream<TimelineEvent> opened = Stream.ofNullable(interview.opened())
			.map((register) -> new TimelineEvent(register.time(), Kind.PLANNED, null, null));
		Stream<TimelineEvent> asked = interview.questions()
			.stream()
			.map((entry) -> new TimelineEvent(entry.question().time(), Kind.ASKED, entry.questionId(), null));
		Stream<TimelineEvent> rated = interview.ratings()
			.stream()
			.map((entry) -> new TimelineEvent(entry.content().time(), Kind.RATED, entry.questionId(),
					entry.interviewer()));
		Stream<TimelineEvent> recommended = interview.recommendations()
			.stream()
			.map((entry) -> new TimelineEvent(entry.content().time(), Kind.RECOMMENDED, null, entry.interviewer()));
		Stream<TimelineEvent> closed = Stream.ofNullable(interview.closed())
			.map((register) -> new TimelineEvent(register.time(), Kind.CLOSED, null, null));
		return Stream.of(opened, asked, rated, recommended, closed)
			.flatMap((moments) -> moments)
			.sorted(ORDER)
			.toList();
	}

}
