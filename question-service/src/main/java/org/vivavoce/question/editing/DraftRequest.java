package org.vivavoce.question.editing;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.set.QuestionEdit;

/**
 * What a draft says. It is a question as one reads it, or a part of one: texts may be
 * missing until it is published, and the other fields of a question are not looked at.
 *
 * @param set of a new question; one that is there stays in its set
 * @param level of a new question; one that is there stays at its level
 * @param revision the one that the draft began at; the current one when left out
 * @param minutes how long the answer should take, 1–120; 5 when left out
 * @param reason why, for the history
 */
@JsonIgnoreProperties({ "id", "technology", "currentRevision", "change", "retired", "missing" })
@Schema(name = "QuestionDraftRequest")
record DraftRequest(@Nullable @Schema(example = "django") String set, @Nullable Level level,
		@Nullable @Schema(example = "1", minimum = "0") Integer revision,
		@Nullable @Schema(example = "orm", maxLength = FieldRules.TOPIC) String topic,
		@Nullable @Schema(example = "5", minimum = "1", maximum = "120") Integer minutes,
		@Nullable @Schema(example = "A list page issues one query per row. What do you do?",
				maxLength = FieldRules.LONG_TEXT) String prompt,
		@Nullable @Schema(example = "Follows foreign keys with select_related.",
				maxLength = FieldRules.LONG_TEXT) String strongAnswer,
		@Nullable @Schema(example = "Touches relations lazily inside a loop.",
				maxLength = FieldRules.LONG_TEXT) String redFlag,
		@Nullable @ArraySchema(maxItems = FieldRules.KEY_POINTS) List<RevisionRequest.@Nullable RevisedPoint> keyPoints,
		@Nullable @ArraySchema(
				maxItems = FieldRules.RATINGS) List<RevisionRequest.@Nullable RevisedAnchor> ratingAnchors,
		@Nullable @Schema(example = "Candidates misread the old wording",
				maxLength = FieldRules.REASON) String reason) {

	DraftService.Place place() {
		return new DraftService.Place(this.set, this.level);
	}

	QuestionEdit edit() {
		return RevisionRequest.edit(this.topic, this.minutes, this.prompt, this.strongAnswer, this.redFlag,
				this.keyPoints, this.ratingAnchors);
	}

}
