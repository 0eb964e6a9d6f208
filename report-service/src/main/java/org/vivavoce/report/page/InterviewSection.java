package org.vivavoce.report.page;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.report.scorecard.Explanation;
import org.vivavoce.report.scorecard.Scorecard;
import org.vivavoce.report.scorecard.TimelineEvent;

/**
 * One interview on the page of a scorecard.
 *
 * @param lines how its answers enter the score
 * @param hidden whether the viewer sees nothing of the other members yet
 */
public record InterviewSection(Scorecard.Interview interview, List<TimelineEvent> events, List<Explanation.Line> lines,
		boolean hidden) {

	/**
	 * An answer with the rating of each member of the panel.
	 */
	public record Row(Scorecard.Answer answer, Explanation.Standing standing, List<MemberRating> ratings) {

		/**
		 * A key point as it is asked for; its id in words where the question is not
		 * known.
		 */
		public String keyPoint(String id) {
			return this.answer.keyPoints()
				.stream()
				.filter((point) -> point.id().equals(id))
				.map(KeyPoint::text)
				.findFirst()
				.orElseGet(() -> id.replace('-', ' ').replace('_', ' ').strip());
		}

	}

	/**
	 * A member's rating of an answer.
	 *
	 * @param rating null when there is none, or it is hidden
	 */
	public record MemberRating(String member, Scorecard.@Nullable Rating rating) {

	}

	/**
	 * A member's recommendation.
	 *
	 * @param recommendation null when there is none, or it is hidden
	 */
	public record MemberRecommendation(String member, Scorecard.@Nullable Recommendation recommendation) {

	}

	/**
	 * An event of the timeline with its question in words.
	 *
	 * @param subject the question, if it was about one
	 */
	public record TimelineEntry(TimelineEvent event, @Nullable String subject) {

	}

	public String title() {
		return Objects.requireNonNullElse(this.interview.role(), "Interview " + this.interview.id());
	}

	/**
	 * Technology and target level, as far as they are known.
	 */
	public String subject() {
		String level = (this.interview.targetLevel() != null) ? JsonNames.of(this.interview.targetLevel()) + " level"
				: null;
		return Stream.<@Nullable String>of(this.interview.technology(), level)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(", "));
	}

	/**
	 * The panel, and whoever rated or recommended without being named by an event.
	 */
	public List<String> members() {
		Stream<String> others = Stream.concat(
				this.interview.answers()
					.stream()
					.flatMap((answer) -> answer.ratings().stream().map(Scorecard.Rating::interviewer)),
				this.interview.recommendations().stream().map(Scorecard.Recommendation::interviewer));
		return Stream.concat(this.interview.panel().stream(), others).distinct().toList();
	}

	public List<MemberRecommendation> recommendations() {
		return members().stream()
			.map((member) -> new MemberRecommendation(member,
					this.interview.recommendations()
						.stream()
						.filter((each) -> each.interviewer().equals(member))
						.findFirst()
						.orElse(null)))
			.toList();
	}

	public List<Row> rows() {
		return this.interview.answers()
			.stream()
			.map((answer) -> new Row(answer, line(answer.questionId()).standing(), ratings(answer)))
			.toList();
	}

	private List<MemberRating> ratings(Scorecard.Answer answer) {
		return members().stream()
			.map((member) -> new MemberRating(member,
					answer.ratings()
						.stream()
						.filter((rating) -> rating.interviewer().equals(member))
						.findFirst()
						.orElse(null)))
			.toList();
	}

	public List<TimelineEntry> timeline() {
		return this.events.stream()
			.map((timelineEvent) -> new TimelineEntry(timelineEvent, subject(timelineEvent.questionId())))
			.toList();
	}

	private @Nullable String subject(@Nullable String questionId) {
		if (questionId == null) {
			return null;
		}
		return Objects.requireNonNullElse(line(questionId).prompt(), questionId);
	}

	private Explanation.Line line(String questionId) {
		return this.lines.stream().filter((line) -> line.questionId().equals(questionId)).findFirst().orElseThrow();
	}

}
