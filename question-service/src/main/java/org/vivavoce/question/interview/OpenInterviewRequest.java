package org.vivavoce.question.interview;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param seed repeats a plan on the same hub, whatever was asked meanwhile; without it
 * one is drawn
 */
@Schema(name = "OpenInterview")
record OpenInterviewRequest(@NotNull @Valid Person candidate,
		@Schema(example = "Backend developer") @NotBlank @Size(max = 200) String role,
		@Schema(example = "django") @NotBlank @Size(max = 100) String technology, @NotNull Level level,
		@Schema(example = "[\"interviewer-1\", \"interviewer-2\"]") @NotNull @Size(min = 1,
				max = 20) List<@NotNull @Pattern(regexp = Ids.PATTERN) String> panel,
		@Valid @Nullable Choice plan, @Schema(example = "42") @Nullable Long seed) {

	/**
	 * The fields that are not known have no field of their own: under its name, one of
	 * them would be overlooked.
	 */
	private static final String NAMELESS = "\0";

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
	 * Which questions: counts, or ids. A field that is not known would silently give
	 * another plan, so it is kept to be refused.
	 */
	@Schema(name = "OpenInterviewPlan", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Choice(@Valid @Nullable Counts counts, @Size(
			max = Planning.MOST_QUESTIONS) @Nullable List<@NotNull @Pattern(regexp = Ids.PATTERN) String> questionIds,
			@Schema(hidden = true) @JsonProperty(NAMELESS) @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> unknown) {

		private Stream<String> unknownPointers() {
			return Stream.concat(pointers("/plan/", this.unknown),
					(this.counts != null) ? pointers("/plan/counts/", this.counts.unknown) : Stream.empty());
		}

		private static Stream<String> pointers(String parent, @Nullable Map<String, @Nullable Object> unknown) {
			return Stream.ofNullable(unknown)
				.flatMap((fields) -> fields.keySet().stream())
				.map((name) -> parent + name.replace("~", "~0").replace("/", "~1"));
		}

	}

	/**
	 * How many questions of each level; none where it is left out.
	 */
	@Schema(name = "OpenInterviewCounts", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record Counts(@Schema(example = "3") @Min(0) @Max(Planning.MOST_QUESTIONS) @Nullable Integer junior,
			@Schema(example = "5") @Min(0) @Max(Planning.MOST_QUESTIONS) @Nullable Integer mid,
			@Schema(example = "2") @Min(0) @Max(Planning.MOST_QUESTIONS) @Nullable Integer senior,
			@Schema(hidden = true) @JsonProperty(NAMELESS) @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> unknown) {

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

	/**
	 * Where the plan has fields that are not known.
	 */
	List<String> unknownPointers() {
		return (this.plan != null) ? this.plan.unknownPointers().toList() : List.of();
	}

	boolean choosesNothing() {
		return this.plan != null && this.plan.counts() == null && this.plan.questionIds() == null;
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
