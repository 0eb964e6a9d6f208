package org.vivavoce.question.editing;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.Change;
import org.vivavoce.question.set.Question;

/**
 * A question that has left its set.
 *
 * @param revision the last one that it had
 * @param change who retired it, when and why; null for one from before that was kept
 */
@Schema(name = "RetiredQuestion")
record RetiredResponse(@Schema(example = "django-n-plus-one") String id, @Schema(example = "django") String set,
		@Schema(example = "django") String technology, Level level, @Schema(example = "1") int revision,
		@Schema(example = "orm") String topic,
		@Schema(example = "A list page issues one query per row. What do you do?") String prompt,
		@Nullable Change change) {

	static RetiredResponse of(RetirementService.RetiredRevision left) {
		Question question = left.question();
		return new RetiredResponse(question.id(), question.set(), question.technology(), question.level(),
				question.revision(), question.topic(), question.prompt(), left.retired().change());
	}

}
