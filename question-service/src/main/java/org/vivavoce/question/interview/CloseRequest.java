package org.vivavoce.question.interview;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

import org.vivavoce.contracts.InterviewOutcome;

/**
 * How an interview ended.
 */
@Schema(name = "CloseInterview")
record CloseRequest(@NotNull InterviewOutcome outcome) {

}
