package org.vivavoce.question.interview;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Ids;

/**
 * Which question to serve.
 *
 * @param questionId a planned question to jump to; the next one without it
 */
@Schema(name = "ServeQuestion")
record ServedRequest(
		@Schema(example = "django-n-plus-one") @Pattern(regexp = Ids.PATTERN) @Nullable String questionId) {

}
