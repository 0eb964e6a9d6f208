package org.vivavoce.question.interview;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Ids;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.candidate.ExternalId;

/**
 * An interview to be planned.
 *
 * @param panel ids of the people who interview, each once
 * @param plan which questions; the usual mix for the level without it
 * @param seed repeats a plan on the same hub; drawn without it
 */
@Schema(name = "OpenInterview")
record OpenInterviewRequest(@NotNull @Valid Person candidate,
		@Schema(example = "Backend developer") @NotBlank @Size(max = 200) String role,
		@Schema(example = "django") @NotBlank @Size(max = 100) String technology, @NotNull Level level,
		@Schema(example = "[\"interviewer-1\", \"interviewer-2\"]") @NotNull @Size(min = 1,
				max = 20) List<@NotNull @Pattern(regexp = Ids.PATTERN) String> panel,
		@Valid @Nullable Choice plan, @Schema(example = "42") @Nullable Long seed) {

	/**
	 * Who is interviewed.
	 *
	 * @param name what is known stays when it is left out
	 * @param externalIds the person's ids in other systems; what is known stays when they
	 * are left out
	 */
	@Schema(name = "OpenInterviewCandidate")
	record Person(@Schema(example = "cand-7") @NotNull @Pattern(regexp = Ids.PATTERN) String id,
			@Schema(example = "Noor Haddad") @Size(min = 1, max = 200) @Nullable String name,
			@Size(max = 20) @Nullable Map<@Pattern(regexp = Ids.PATTERN) String, @NotBlank @Size(
					max = 500) String> externalIds) {

		@Nullable List<ExternalId> externalIdList() {
			return (this.externalIds != null) ? ExternalId.of(this.externalIds) : null;
		}

	}

	/**
	 * Which questions: counts, or ids.
	 */
	@Schema(name = "OpenInterviewPlan")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Choice(@Valid @Nullable Counts counts, @Size(
			max = Planning.MOST_QUESTIONS) @Nullable List<@NotNull @Pattern(regexp = Ids.PATTERN) String> questionIds) {

	}

	/**
	 * How many questions of each level; none where it is left out.
	 */
	@Schema(name = "OpenInterviewCounts")
	record Counts(@Schema(example = "3") @Min(0) @Max(Planning.MOST_QUESTIONS) @Nullable Integer junior,
			@Schema(example = "5") @Min(0) @Max(Planning.MOST_QUESTIONS) @Nullable Integer mid,
			@Schema(example = "2") @Min(0) @Max(Planning.MOST_QUESTIONS) @Nullable Integer senior) {

		private Map<Level, Integer> byLevel() {
			Map<Level, Integer> counts = new EnumMap<>(Level.class);
			put(counts, Level.JUNIOR, this.junior);
			put(counts, Level.MID, this.mid);
			put(counts, Level.SENIOR, this.senior);
			return counts;
		}

		private static void put(Map<Level, Integer> counts, Level level, @Nullable Integer count) {
			if (count != null) {
				counts.put(level, count);
			}
		}

	}

	boolean panelHasTwins() {
		return new HashSet<>(this.panel).size() < this.panel.size();
	}

	boolean choosesTwice() {
		return this.plan != null && this.plan.counts() != null && this.plan.questionIds() != null;
	}

	PlanRequest planRequest() {
		if (this.plan != null && this.plan.questionIds() != null) {
			return new PlanRequest.Named(this.plan.questionIds());
		}
		if (this.plan != null && this.plan.counts() != null) {
			return new PlanRequest.Counts(this.plan.counts().byLevel());
		}
		return new PlanRequest.Usual();
	}

}
