package org.vivavoce.question.lint;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.question.set.QuestionSet;

/**
 * What is worth another look in the questions.
 */
@RestController
@RequestMapping(path = "/api/v1/question-sets", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Question sets")
final class LintController {

	private final LintService service;

	LintController(LintService service) {
		this.service = service;
	}

	@GetMapping("/" + QuestionSet.ALL_SETS + "/findings")
	@Operation(operationId = "lintQuestions", summary = "What is worth another look in all question sets",
			description = "Scope `questions:read`. Near-duplicates, missing or weak red flags, answers that repeat the "
					+ "question, several questions in one, lengths, and levels and topics with gaps. By set and rule.")
	Mono<LintResponse> all() {
		return this.service.look(null).map(LintResponse::of);
	}

	@GetMapping("/{id}/findings")
	@Operation(operationId = "lintQuestionSet", summary = "What is worth another look in a question set",
			description = "Scope `questions:read`. The same checks; duplicates are looked for in all sets.")
	Mono<LintResponse> one(@Parameter(example = "django") @PathVariable String id) {
		return this.service.look(id).map(LintResponse::of);
	}

}
