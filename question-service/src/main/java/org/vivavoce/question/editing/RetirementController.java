package org.vivavoce.question.editing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.platform.web.Page;
import org.vivavoce.question.hub.HubExamples;
import org.vivavoce.question.hub.ReasonRequest;
import org.vivavoce.question.set.Question;

/**
 * Retire questions, restore them.
 */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Questions")
final class RetirementController {

	private final RetirementService service;

	private final UnlistedQuestions unlisted;

	RetirementController(RetirementService service, UnlistedQuestions unlisted) {
		this.service = service;
		this.unlisted = unlisted;
	}

	@PostMapping(path = "/questions/{id}/retire", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "retireQuestion", summary = "Retire a question",
			description = "Scope `questions:write`. It leaves its set, which gets a new revision: no new interview asks "
					+ "it, those that are planned keep it. `reason` must be given. One that is retired stays as it is. "
					+ "409 for the last question of a set.")
	@ApiResponse(responseCode = "200", description = "The question as it left",
			content = @Content(schema = @Schema(implementation = RetiredResponse.class),
					examples = @ExampleObject(HubExamples.RETIRED)))
	Mono<RetiredResponse> retire(Caller caller, @Parameter(example = "django-n-plus-one") @PathVariable String id,
			@Valid @RequestBody RetirementRequest request,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		return this.service.retire(id, ifMatch, new ReasonRequest(request.reason()).requiredBy(caller))
			.map(RetiredResponse::of);
	}

	@PostMapping("/questions/{id}/restore")
	@Operation(operationId = "restoreQuestion", summary = "Restore a question",
			description = "Scope `questions:write`. A retired question comes back to where it stood in its set, with its "
					+ "text, as a new revision. One that is in its set stays as it is.")
	@ApiResponse(responseCode = "200", description = "The current revision",
			content = @Content(schema = @Schema(implementation = Question.class),
					examples = @ExampleObject(HubExamples.QUESTION)))
	Mono<ResponseEntity<Question>> restore(Caller caller,
			@Parameter(example = "django-n-plus-one") @PathVariable String id,
			@RequestBody(required = false) @Nullable ReasonRequest request) {
		return this.service.restore(id, new ReasonRequest((request != null) ? request.reason() : null).by(caller))
			.map((question) -> ResponseEntity.ok().eTag(Etags.of(question.revision())).body(question));
	}

	@GetMapping("/question-sets/{id}/retired")
	@Operation(operationId = "listRetiredQuestions", summary = "List retired questions",
			description = "Scope `questions:read`. By set and question.")
	Mono<Page<RetiredResponse>> retired(
			@Parameter(description = "A set, or `-` for all", example = "django") @PathVariable String id,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		UnlistedRequest request = new UnlistedRequest(id, limit, cursor);
		return this.unlisted.retired(request.set(), request.after(), request.size() + 1)
			.map((rows) -> Page.of(rows, request.size(), RetiredResponse::of,
					(left) -> UnlistedRequest.cursor(left.question().set(), left.question().id())));
	}

}
