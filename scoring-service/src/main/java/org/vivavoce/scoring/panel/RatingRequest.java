package org.vivavoce.scoring.panel;

import java.util.List;
import java.util.stream.IntStream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.vivavoce.platform.problem.Fault;
import org.vivavoce.scoring.sheet.RatingContent;

/**
 * The body of a rating.
 *
 * @param keyPointsHeard in any order; none when left out
 */
@Schema(name = "AnswerRequest")
public record RatingRequest(@Schema(types = {
		"integer", "null" }, implementation = Integer.class, minimum = "1", maximum = "4",
		requiredMode = Schema.RequiredMode.REQUIRED,
		description = "1 missed, 2 partial, 3 solid, 4 exceptional; null is not assessed") //
@RatingScale JsonNode rating,
		@Schema(description = "Whether the answer showed the question's red flag") @NotNull Boolean redFlag,
		@Schema(description = "Ids of key points of the question, in any order") @Size(
				max = 100) @Nullable List<@NotNull String> keyPointsHeard,
		@Size(max = 10_000) @Nullable String notes){

	public RatingContent content() {
		return new RatingContent(this.rating.isNull() ? null : this.rating.intValue(), this.redFlag, heard(),
				this.notes);
	}

	/**
	 * Where the key points are that the question does not have.
	 */
	List<Fault> faults(List<String> unknown) {
		return IntStream.range(0, heard().size())
			.filter((index) -> unknown.contains(heard().get(index)))
			.mapToObj((index) -> Fault.at("/keyPointsHeard/" + index, "is not a key point of this question"))
			.toList();
	}

	private List<String> heard() {
		return (this.keyPointsHeard != null) ? this.keyPointsHeard : List.of();
	}

}
