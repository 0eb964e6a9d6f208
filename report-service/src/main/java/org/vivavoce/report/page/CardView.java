package org.vivavoce.report.page;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.vivavoce.report.scorecard.ExplainedScorecard;
import org.vivavoce.report.scorecard.Explanation;
import org.vivavoce.report.scorecard.Scorecard;

/**
 * A scorecard as it is shown.
 */
public record CardView(ExplainedScorecard explained) {

	/**
	 * A red flag with what was asked.
	 *
	 * @param prompt null while the question is unknown
	 */
	public record Flag(String interviewId, String questionId, @Nullable String prompt, List<String> raisedBy) {

	}

	public Scorecard card() {
		return this.explained.card();
	}

	public Explanation explanation() {
		return this.explained.explanation();
	}

	/**
	 * The name, or the id of somebody without one.
	 */
	public String title() {
		return Objects.requireNonNullElse(card().candidate().name(), card().candidate().id());
	}

	public Gauge gauge() {
		return Gauge.of(card().score(), explanation().rules());
	}

	public List<Bar> levels() {
		return Bar.ofLevels(card());
	}

	public List<Bar> topics() {
		return Bar.ofTopics(card());
	}

	public List<InterviewSection> interviews() {
		return card().interviews()
			.stream()
			.map((interview) -> new InterviewSection(interview,
					this.explained.timelines().getOrDefault(interview.id(), List.of()), lines(interview.id()),
					this.explained.hidden().contains(interview.id())))
			.toList();
	}

	private List<Explanation.Line> lines(String interviewId) {
		return explanation().lines().stream().filter((line) -> line.interviewId().equals(interviewId)).toList();
	}

	/**
	 * What the interviews are for.
	 */
	public String subjects() {
		return interviews().stream()
			.map((interviewSection) -> interviewSection.subject().isEmpty() ? interviewSection.title()
					: interviewSection.title() + " · " + interviewSection.subject())
			.distinct()
			.collect(Collectors.joining("; "));
	}

	public List<Flag> flags() {
		return card().redFlags()
			.stream()
			.map((flag) -> new Flag(flag.interviewId(), flag.questionId(), prompt(flag), flag.interviewers()))
			.toList();
	}

	private @Nullable String prompt(Scorecard.RedFlag flag) {
		return lines(flag.interviewId()).stream()
			.filter((line) -> line.questionId().equals(flag.questionId()))
			.findFirst()
			.map(Explanation.Line::prompt)
			.orElse(null);
	}

	/**
	 * Whether the viewer sees less than the whole.
	 */
	public boolean partial() {
		return !this.explained.hidden().isEmpty();
	}

}
