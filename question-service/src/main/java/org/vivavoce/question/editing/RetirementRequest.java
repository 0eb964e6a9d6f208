package org.vivavoce.question.editing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.vivavoce.question.document.draft.FieldRules;

/**
 * Why a question is retired, for the history.
 */
@Schema(name = "RetirementReason")
record RetirementRequest(@Schema(example = "It was posted on a forum") @NotBlank(
		message = "is empty; say why, for those who look for the question") @Size(
				max = FieldRules.REASON) String reason) {

}
