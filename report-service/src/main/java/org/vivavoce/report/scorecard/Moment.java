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
public record Moment(Instant at, Kind kind, @Nullable String questionId, @Nullable String interviewer) {

	private static final Comparator<Moment> ORDER = Comparator.comparing(Moment::at)
		.thenComparing(Moment::kind)
		.thenComparing((moment) -> Objects.requireNonNullElse(moment.questionId(), ""))
		.thenComparing((moment) -> Objects.requireNonNullElse(moment.interviewer(), ""));

	/**
	 * What happened.
	 */
	public enum Kind {

		PLANNED, ASKED, RATED, RECOMMENDED, CLOSED

	}

	/**
	 * The moments of an interview, earliest first.
	 */
	static List<Moment> of(InterviewEntry interview) {
		Stream<Moment> opened = Stream.ofNullable(interview.opened())
			.map((register) -> new Moment(register.time(), Kind.PLANNED, null, null));
		Stream<Moment> asked = interview.questions()
			.stream()
			.map((entry) -> new Moment(entry.asked().time(), Kind.ASKED, entry.questionId(), null));
		Stream<Moment> rated = interview.ratings()
			.stream()
			.map((entry) -> new Moment(entry.given().time(), Kind.RATED, entry.questionId(), entry.interviewer()));
		Stream<Moment> recommended = interview.recommendations()
			.stream()
			.map((entry) -> new Moment(entry.recommended().time(), Kind.RECOMMENDED, null, entry.interviewer()));
		Stream<Moment> closed = Stream.ofNullable(interview.closed())
			.map((register) -> new Moment(register.time(), Kind.CLOSED, null, null));
		return Stream.of(opened, asked, rated, recommended, closed)
			.flatMap((moments) -> moments)
			.sorted(ORDER)
			.toList();
	}

}
