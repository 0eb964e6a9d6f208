package org.vivavoce.question.kit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
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
import org.vivavoce.platform.problem.Fault;
import org.vivavoce.question.hub.QuestionHub;

/**
 * What a kit is to say. A field that is not known is refused, for without it the kit
 * would silently say something else.
 *
 * @param counts how many questions of each level, key questions among them
 * @param mustHaveTopics topics of which each interview has a question
 * @param keyQuestions questions that everybody is asked
 * @param minutes how long all answers may take together; no limit without it
 */
@Schema(name = "SaveKit", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record KitRequest(@Schema(example = "Backend, mid level") @NotBlank @Size(max = 200) String name,
		@Schema(example = "django") @NotBlank @Size(max = 100) String technology, @NotNull Level level,
		@NotNull @Valid CountsRequest counts,
		@Schema(example = "[\"orm\"]") @Size(max = 20) @Nullable List<@NotBlank @Size(max = 100) String> mustHaveTopics,
		@Schema(example = "[\"django-n-plus-one\"]") @Size(
				max = CountsRequest.MOST) @Nullable List<@NotNull @Pattern(regexp = Ids.PATTERN) String> keyQuestions,
		@Schema(example = "45") @Min(1) @Max(480) @Nullable Integer minutes,
		@Schema(hidden = true) @JsonProperty(UnknownFields.NAMELESS) @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> unknown) {

	List<Fault> unknownFaults() {
		return Stream.concat(UnknownFields.pointers("", this.unknown), this.counts.unknownPointers("/counts"))
			.map((pointer) -> Fault.at(pointer, UnknownFields.FAULT))
			.toList();
	}

	Kit kit(String id, String author, Instant at) {
		return new Kit(id, 1, this.name.strip(), QuestionHub.spelling(this.technology), this.level,
				this.counts.byLevel(),
				(this.mustHaveTopics != null) ? this.mustHaveTopics.stream().map(String::strip).toList() : List.of(),
				(this.keyQuestions != null) ? this.keyQuestions : List.of(), this.minutes, author, at);
	}

}
