package org.vivavoce.question.editing;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.KeyPointEdit;
import org.vivavoce.question.set.QuestionEdit;

/**
 * What a question is to say. A field that is left out counts as empty; the other fields
 * of a question may be there and are not looked at, so that one can send back what one
 * has read.
 *
 * @param minutes how long the answer should take, 1–120; 5 when left out
 * @param reason why, for the history
 */
@JsonIgnoreProperties({ "id", "set", "technology", "level", "revision", "currentRevision", "change", "retired",
		"missing" })
@Schema(name = "QuestionRevision")
public record RevisionRequest(
		@Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, example = "orm",
				maxLength = FieldRules.TOPIC) String topic,
		@Nullable @Schema(example = "5", minimum = "1", maximum = "120") Integer minutes,
		@Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1,
				example = "A list page issues one query per row. What do you do?",
				maxLength = FieldRules.LONG_TEXT) String prompt,
		@Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1,
				example = "Follows foreign keys with select_related.",
				maxLength = FieldRules.LONG_TEXT) String strongAnswer,
		@Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1,
				example = "Touches relations lazily inside a loop.", maxLength = FieldRules.LONG_TEXT) String redFlag,
		@Nullable @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @ArraySchema(minItems = 1,
				maxItems = FieldRules.KEY_POINTS) List<@Nullable RevisedPoint> keyPoints,
		@Nullable @ArraySchema(maxItems = FieldRules.RATINGS) List<@Nullable RevisedAnchor> ratingAnchors,
		@Nullable @Schema(example = "Candidates misread the old wording",
				maxLength = FieldRules.REASON) String reason) {

	/**
	 * A key point.
	 *
	 * @param id left out, the text tells which point it is
	 */
	@Schema(name = "QuestionRevisionKeyPoint")
	record RevisedPoint(@Nullable @Schema(example = "select-related") String id,
			@Nullable @Schema(example = "select_related for foreign keys",
					maxLength = FieldRules.SHORT_TEXT) String text) {

	}

	/**
	 * What an answer of a rating sounds like.
	 */
	@Schema(name = "QuestionRevisionRatingAnchor")
	record RevisedAnchor(@Nullable @Schema(example = "1", minimum = "1", maximum = "4") Integer rating,
			@Nullable @Schema(example = "Does not see why there is more than one query",
					maxLength = FieldRules.SHORT_TEXT) String text) {

	}

	public QuestionEdit edit() {
		return edit(this.topic, this.minutes, this.prompt, this.strongAnswer, this.redFlag, this.keyPoints,
				this.ratingAnchors);
	}

	static QuestionEdit edit(@Nullable String topic, @Nullable Integer minutes, @Nullable String prompt,
			@Nullable String strongAnswer, @Nullable String redFlag, @Nullable List<@Nullable RevisedPoint> keyPoints,
			@Nullable List<@Nullable RevisedAnchor> ratingAnchors) {
		List<@Nullable RevisedPoint> points = (keyPoints != null) ? keyPoints : List.of();
		List<@Nullable RevisedAnchor> anchors = (ratingAnchors != null) ? ratingAnchors : List.of();
		return new QuestionEdit(text(topic), (minutes != null) ? minutes : FieldRules.DEFAULT_MINUTES, text(prompt),
				text(strongAnswer), text(redFlag), points.stream().map(RevisionRequest::point).toList(),
				anchors.stream().map(RevisionRequest::anchor).toList());
	}

	private static KeyPointEdit point(@Nullable RevisedPoint point) {
		return (point != null) ? new KeyPointEdit(point.id(), text(point.text())) : new KeyPointEdit(null, "");
	}

	private static RatingAnchor anchor(@Nullable RevisedAnchor anchor) {
		return (anchor != null) ? new RatingAnchor((anchor.rating() != null) ? anchor.rating() : 0, text(anchor.text()))
				: new RatingAnchor(0, "");
	}

	private static String text(@Nullable String text) {
		return (text != null) ? FieldRules.tidy(text) : "";
	}

}
