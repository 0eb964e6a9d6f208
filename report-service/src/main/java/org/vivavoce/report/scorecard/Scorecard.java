package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Coverage;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;
import org.vivavoce.contracts.ScorecardOutcome;

/**
 * A candidate's scorecard as one viewer may see it.
 *
 * @param version grows with every change
 * @param score 0 to 100 with one decimal; null while nothing is counted
 * @param reasons the figures that decided the outcome
 * @param redFlags one per question that any panel member flagged
 * @param updatedAt time of the latest event that the scorecard holds
 */
public record Scorecard(Candidate candidate, long version,
		@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double score, ScorecardOutcome outcome, List<String> reasons,
		Coverage coverage, List<RedFlag> redFlags, List<LevelFigures> levels, List<TopicFigures> topics,
		List<Interview> interviews, Instant updatedAt) {

	public record Candidate(String id, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name) {

	}

	/**
	 * A question whose answer showed its red flag, and who raised it.
	 */
	public record RedFlag(String interviewId, String questionId, List<String> interviewers) {

	}

	/**
	 * The questions of one level.
	 *
	 * @param served how many were asked
	 * @param scored how many have a rating
	 * @param score 0 to 100 with one decimal; null while nothing is counted
	 */
	public record LevelFigures(Level level, int served, int scored,
			@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double score) {

	}

	/**
	 * The questions of one topic.
	 *
	 * @param served how many were asked
	 * @param scored how many have a rating
	 * @param score 0 to 100 with one decimal; null while nothing is counted
	 */
	public record TopicFigures(String topic, int served, int scored,
			@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double score) {

	}

	/**
	 * One interview. What it is about is null while no event has named it.
	 *
	 * @param outcome how it ended; null while it is not closed
	 * @param score 0 to 100 with one decimal; null while nothing is counted
	 */
	@JsonInclude(JsonInclude.Include.ALWAYS)
	public record Interview(String id, @Nullable String technology, @Nullable Level targetLevel, @Nullable String role,
			InterviewState state, @Nullable InterviewOutcome outcome, @Nullable Double score, List<String> panel,
			List<Answer> answers, List<Recommendation> recommendations) {

	}

	/**
	 * How far an interview is.
	 */
	public enum InterviewState {

		@JsonProperty("planned")
		PLANNED,

		@JsonProperty("in-progress")
		IN_PROGRESS,

		@JsonProperty("closed")
		CLOSED

	}

	/**
	 * An answer. Level, topic, prompt and position are null while the question is
	 * unknown.
	 *
	 * @param position place in the interview, from 1
	 * @param keyPoints what a strong answer contains; ratings say which were heard
	 * @param score 0 to 1; null without any rating
	 * @param counted whether it enters the scores
	 */
	@JsonInclude(JsonInclude.Include.ALWAYS)
	@JsonRootName("Rated")
	public record Answer(String questionId, int questionRevision, @Nullable Level level, @Nullable String topic,
			@Nullable String prompt, @Nullable Integer position, List<KeyPoint> keyPoints, @Nullable Double score,
			boolean counted, List<Rating> ratings) {

	}

	/**
	 * A panel member's rating.
	 *
	 * @param rating 1 missed, 2 partial, 3 solid, 4 exceptional; null is not assessed
	 */
	public record Rating(String interviewer, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer rating,
			boolean redFlag, List<String> keyPointsHeard,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String notes, int revision) {

	}

	/**
	 * A panel member's own recommendation; it always stands beside the figures.
	 */
	public record Recommendation(String interviewer, Overall overall,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String summary, int revision) {

	}

	/**
	 * The figures without the interviews.
	 */
	public Summary summary() {
		return new Summary(this.candidate.id(), this.candidate.name(), this.version, this.score, this.outcome,
				this.reasons, this.coverage, this.redFlags.size(), this.updatedAt);
	}

}
