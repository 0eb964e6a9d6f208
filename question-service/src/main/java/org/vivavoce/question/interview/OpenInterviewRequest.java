package org.vivavoce.question.interview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Ids;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Persons;
import org.vivavoce.platform.problem.Fault;
import org.vivavoce.question.candidate.ExternalId;
import org.vivavoce.question.kit.CountsRequest;
import org.vivavoce.question.kit.UnknownFields;
import org.vivavoce.question.plan.PlanRequest;
import org.vivavoce.question.plan.Planning;

/**
 * An interview to be planned.
 *
 * @param panel ids of the people who interview, each once
 * @param plan which questions; the usual mix for the level without it
 * @param seed repeats a plan on the same hub, whatever others were asked meanwhile, but
 * for what this candidate was asked; without it one is drawn
 */
@Schema(name = "OpenInterview")
public record OpenInterviewRequest(@NotNull @Valid Person candidate,
		@Schema(example = "Backend developer") @NotBlank @Size(max = 200) String role,
		@Schema(example = "django") @NotBlank @Size(max = 100) String technology, @NotNull Level level,
		@Schema(example = "[\"interviewer-1\", \"interviewer-2\"]") @NotNull @Size(min = 1,
				max = 20) List<@NotNull @Pattern(regexp = Persons.PATTERN, message = Persons.RULE) String> panel,
		@Valid @Nullable Choice plan, @Schema(example = "42") @Nullable Long seed) {

	/**
	 * Who is interviewed.
	 *
	 * @param name what is known stays when it is left out
	 * @param externalIds the person's ids in other systems; what is known stays when they
	 * are left out
	 */
	@Schema(name = "OpenInterviewCandidate")
	public record Person(@Schema(example = "cand-7") @NotNull @Pattern(regexp = Ids.PATTERN) String id,
			@Schema(example = "Noor Haddad") @Size(min = 1, max = 200) @Nullable String name,
			@Size(max = 20) @Nullable Map<@Pattern(regexp = Ids.PATTERN) String, @NotBlank @Size(
					max = 500) String> externalIds) {

		@Nullable List<ExternalId> externalIdList() {
			return (this.externalIds != null) ? ExternalId.of(this.externalIds) : null;
		}

	}

	/**
	 * Which questions: counts, or ids, or a kit in its latest version or another one. A
	 * field that is not known would silently give another plan, so it is kept to be
	 * refused.
	 */
	@Schema(name = "OpenInterviewPlan", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Choice(@Valid @Nullable CountsRequest counts, @Size(
			max = Planning.MOST_QUESTIONS) @Nullable List<@NotNull @Pattern(regexp = Ids.PATTERN) String> questionIds,
			@Schema(example = "backend-mid") @Pattern(regexp = Ids.PATTERN) @Nullable String kit,
			@Schema(example = "3") @Min(1) @Nullable Integer kitVersion,
			@Schema(hidden = true) @JsonProperty(UnknownFields.NAMELESS) @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> unknown) {

		private long choices() {
			return Stream.of(this.counts, this.questionIds, this.kit).filter(Objects::nonNull).count();
		}

		private Stream<String> unknownPointers() {
			return Stream.concat(UnknownFields.pointers("/plan", this.unknown),
					(this.counts != null) ? this.counts.unknownPointers("/plan/counts") : Stream.empty());
		}

	}

	/**
	 * What is wrong with it besides its fields.
	 */
	List<Fault> faults() {
		List<Fault> faults = new ArrayList<>();
		if (new HashSet<>(this.panel).size() < this.panel.size()) {
			faults.add(Fault.at("/panel", "names somebody twice"));
		}
		if (this.plan != null) {
			List<String> unknown = this.plan.unknownPointers().toList();
			unknown.forEach((pointer) -> faults.add(Fault.at(pointer, UnknownFields.FAULT)));
			// a misspelled choice is one fault, not two
			if (this.plan.choices() == 0 && unknown.isEmpty()) {
				faults.add(Fault.at("/plan",
						"gives neither counts nor questionIds nor a kit; leave it out for the usual mix"));
			}
			if (this.plan.choices() > 1) {
				faults.add(Fault.at("/plan",
						"gives more than one of counts, questionIds and kit; one of them is possible"));
			}
			if (this.plan.kit() == null && this.plan.kitVersion() != null) {
				faults.add(Fault.at("/plan/kitVersion", "is the version of a kit, but names none"));
			}
		}
		return faults;
	}

	/**
	 * The plan without a kit.
	 */
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
