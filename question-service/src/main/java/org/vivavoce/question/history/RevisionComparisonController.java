package org.vivavoce.question.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.web.Page;

/**
 * What changed between revisions of a question.
 */
@RestController
@RequestMapping(path = "/api/v1/questions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Questions")
final class RevisionComparisonController {

	private final RevisionComparer comparer;

	RevisionComparisonController(RevisionComparer comparer) {
		this.comparer = comparer;
	}

	@GetMapping("/{id}/revisions")
	@Operation(operationId = "listQuestionRevisions", summary = "Who revised a question, when and why",
			description = "Scope `questions:read`. The latest first; its latest 200 revisions, on one page.")
	Mono<Page<RevisionResponse>> revisions(@Parameter(example = "django-n-plus-one") @PathVariable String id) {
		return this.comparer.revisions(id).map((revisions) -> new Page<>(RevisionResponse.of(revisions), null));
	}

	@GetMapping("/{id}/changes")
	@Operation(operationId = "compareQuestionRevisions", summary = "Compare two revisions of a question",
			description = "Scope `questions:read`. Word by word; of its latest 200 revisions.")
	Mono<ComparisonResponse> changes(@Parameter(example = "django-n-plus-one") @PathVariable String id,
			@Parameter(description = "The revision before `to` when absent",
					example = "1") @RequestParam(required = false) @Nullable Integer from,
			@Parameter(description = "The latest when absent",
					example = "1") @RequestParam(required = false) @Nullable Integer to) {
		return this.comparer.compare(id, from, to).map((compared) -> ComparisonResponse.of(compared.comparison()));
	}

}
