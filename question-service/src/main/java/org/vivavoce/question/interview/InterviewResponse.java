package org.vivavoce.question.interview;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.candidate.Candidate;
import org.vivavoce.question.plan.PlannedQuestion;

/**
 * An interview as callers see it.
 *
 * @param targetLevel the same as level
 * @param planned how many questions it has
 * @param served how many of them were served
 * @param seed repeats the plan on the same hub; left out where none was given, because
 * what was asked lately decides then, too
 * @param kit the version of a kit that it was planned by; left out without one
 */
@Schema(name = "Interview")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InterviewResponse(@Schema(example = "iv-0f3a9c5e7b1d2c4e6f80") String id, InterviewState state,
		Person candidate, @Schema(example = "cand-7") String candidateId, String role,
		@Schema(example = "django") String technology, Level level, Level targetLevel, List<String> panel, int planned,
		int served, List<Item> plan, @Nullable InterviewOutcome outcome, Instant openedAt, @Nullable Instant closedAt,
		@Nullable Long seed, String createdBy,
		@Schema(example = "{\"id\": \"backend-mid\", \"version\": 2}") @Nullable PinnedKit kit) {

	/**
	 * Who is interviewed.
	 */
	@Schema(name = "InterviewCandidate")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Person(@Schema(example = "cand-7") String id, @Schema(example = "Noor Haddad") @Nullable String name) {

	}

	/**
	 * A place in the plan.
	 *
	 * @param position from 1
	 * @param revision the revision of the question that will be or was served
	 * @param reason why it was chosen
	 * @param servedPosition place in the order of serving, from 1
	 */
	@Schema(name = "PlannedQuestion")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Item(int position, String questionId, int revision, Level level, String topic, int minutes, @Schema(
			example = "At level; first question about ORM; not asked in the last 90 days.") @Nullable String reason,
			@Nullable Integer servedPosition, @Nullable Instant servedAt, @Nullable String servedBy) {

		static Item of(PlannedQuestion question) {
			PlannedQuestion.Serving serving = question.serving();
			return new Item(question.position(), question.questionId(), question.revision(), question.level(),
					question.topic(), question.minutes(), question.reason(),
					(serving != null) ? serving.position() : null, (serving != null) ? serving.at() : null,
					(serving != null) ? serving.by() : null);
		}

	}

	static InterviewResponse of(Interview interview, Candidate candidate) {
		return new InterviewResponse(interview.id(), interview.state(),
				new Person(interview.candidateId(), candidate.name()), interview.candidateId(), interview.role(),
				interview.technology(), interview.targetLevel(), interview.targetLevel(), interview.panel(),
				interview.plan().size(), interview.served(), interview.plan().stream().map(Item::of).toList(),
				interview.outcome(), interview.openedAt(), interview.closedAt(), interview.seed(),
				interview.createdBy(), interview.kit());
	}

}
