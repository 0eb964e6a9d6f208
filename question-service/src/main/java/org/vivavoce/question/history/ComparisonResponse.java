package org.vivavoce.question.history;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

import org.vivavoce.contracts.JsonNames;

/**
 * What one revision of a question says differently from another one.
 *
 * @param changes the fields that differ; key points are one to a line
 */
@Schema(name = "QuestionComparison")
record ComparisonResponse(@Schema(example = "django-n-plus-one") String id, @Schema(example = "1") int from,
		@Schema(example = "2") int to, List<Change> changes) {

	/**
	 * A field that differs.
	 */
	@Schema(name = "QuestionChange")
	record Change(@Schema(example = "redFlag") String field, @Schema(example = "Guesses first") String before,
			@Schema(example = "Guesses twice") String after, List<Run> words) {

	}

	/**
	 * A run of words.
	 */
	@Schema(name = "QuestionChangeRun")
	record Run(@Schema(allowableValues = {
			"same", "removed", "added" }, example = "removed") String kind, @Schema(example = "first") String text){

	}

	static ComparisonResponse of(RevisionComparison comparison) {
		return new ComparisonResponse(comparison.to().id(), comparison.from().revision(), comparison.to().revision(),
				comparison.fields()
					.stream()
					.map((field) -> new Change(field.key(), field.before(), field.after(),
							field.pieces()
								.stream()
								.map((piece) -> new Run(JsonNames.of(piece.kind()), piece.text()))
								.toList()))
					.toList());
	}

}
