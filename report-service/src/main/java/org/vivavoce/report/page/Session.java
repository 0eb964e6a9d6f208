package org.vivavoce.report.page;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.report.scorecard.Explanation;
import org.vivavoce.report.scorecard.Moment;
import org.vivavoce.report.scorecard.Scorecard;

/**
 * One interview of a card.
 *
 * @param lines how its answers enter the score
 * @param hidden whether the viewer sees nothing of the other members yet
 */
public record Session(Scorecard.Interview interview, List<Moment> moments, List<Explanation.Line> lines,
		boolean hidden) {

	/**
	 * An answer with what each member says of it.
	 */
	public record Row(Scorecard.Rated answer, Explanation.Standing standing, List<Voice> voices) {

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
	 * What a member of the panel says of an answer.
	 *
	 * @param rating null when they have said nothing, or it is hidden
	 */
	public record Voice(String member, Scorecard.@Nullable Rating rating) {

	}

	/**
	 * What a member of the panel recommends.
	 *
	 * @param said null when they have said nothing, or it is hidden
	 */
	public record Advice(String member, Scorecard.@Nullable Recommendation said) {

	}

	/**
	 * A moment in words.
	 *
	 * @param subject the question, if it was about one
	 */
	public record Step(Moment moment, @Nullable String subject) {

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
	 * The panel, and whoever rated or recommended without being told of.
	 */
	public List<String> members() {
		Stream<String> others = Stream.concat(
				this.interview.answers()
					.stream()
					.flatMap((answer) -> answer.ratings().stream().map(Scorecard.Rating::interviewer)),
				this.interview.recommendations().stream().map(Scorecard.Recommendation::interviewer));
		return Stream.concat(this.interview.panel().stream(), others).distinct().toList();
	}

	public List<Advice> advice() {
		return members().stream()
			.map((member) -> new Advice(member,
					this.interview.recommendations()
						.stream()
						.filter((said) -> said.interviewer().equals(member))
						.findFirst()
						.orElse(null)))
			.toList();
	}

	public List<Row> rows() {
		return this.interview.answers()
			.stream()
			.map((answer) -> new Row(answer, line(answer.questionId()).standing(), voices(answer)))
			.toList();
	}

	private List<Voice> voices(Scorecard.Rated answer) {
		return members().stream()
			.map((member) -> new Voice(member,
					answer.ratings()
						.stream()
						.filter((rating) -> rating.interviewer().equals(member))
						.findFirst()
						.orElse(null)))
			.toList();
	}

	public List<Step> steps() {
		return this.moments.stream().map((moment) -> new Step(moment, subject(moment.questionId()))).toList();
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
