package org.vivavoce.question.editing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
 * Drafts of questions: write, read, publish, throw away.
 */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Drafts", description = "What is being written: one draft of a question at most, which nobody is asked")
final class DraftController {

	private final DraftService drafts;

	private final QuestionPublisher publishing;

	private final UnlistedQuestions unlisted;

	DraftController(DraftService drafts, QuestionPublisher publishing, UnlistedQuestions unlisted) {
		this.drafts = drafts;
		this.publishing = publishing;
		this.unlisted = unlisted;
	}

	@GetMapping("/question-sets/{id}/drafts")
	@Operation(operationId = "listQuestionDrafts", summary = "List drafts",
			description = "Scope `questions:write`. By set and question.")
	Mono<Page<DraftResponse>> drafts(
			@Parameter(description = "A set, or `-` for all", example = "django") @PathVariable String id,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		UnlistedRequest request = new UnlistedRequest(id, limit, cursor);
		return this.unlisted.drafts(request.set(), request.after(), request.size() + 1)
			.map((rows) -> Page.of(rows, request.size(), DraftResponse::of,
					(kept) -> UnlistedRequest.cursor(kept.set().id(), kept.draft().id())));
	}

	@GetMapping("/questions/{id}/draft")
	@Operation(operationId = "readQuestionDraft", summary = "Read a draft", description = "Scope `questions:write`.")
	@ApiResponse(responseCode = "200", description = "The draft",
			content = @Content(schema = @Schema(implementation = DraftResponse.class),
					examples = @ExampleObject(HubExamples.DRAFT)))
	Mono<ResponseEntity<DraftResponse>> read(@Parameter(example = "django-n-plus-one") @PathVariable String id) {
		return this.drafts.read(id).map(DraftController::answer);
	}

	@PutMapping(path = "/questions/{id}/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "saveQuestionDraft", summary = "Save a draft",
			description = "Scope `questions:write`. Of a question that is there, or of a new one, which needs `set` and "
					+ "`level`. It takes the place of the draft before; `If-Match` takes the tag of that draft, "
					+ "`If-None-Match: *` lets nothing be replaced. Texts may be missing; `missing` says what has to be "
					+ "mended before it can be published.")
	@ApiResponse(responseCode = "200", description = "The draft",
			content = @Content(schema = @Schema(implementation = DraftResponse.class),
					examples = @ExampleObject(HubExamples.DRAFT)))
	Mono<ResponseEntity<DraftResponse>> save(Caller caller,
			@Parameter(example = "django-n-plus-one") @PathVariable String id, @RequestBody DraftRequest request,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch) {
		return this.drafts
			.save(id, request.place(), request.revision(), request.edit(),
					new DraftService.Condition(ifMatch, ifNoneMatch), new ReasonRequest(request.reason()).by(caller))
			.map(DraftController::answer);
	}

	private static ResponseEntity<DraftResponse> answer(DraftService.StoredDraft kept) {
		return ResponseEntity.ok().eTag(DraftResponse.tag(kept.draft())).body(DraftResponse.of(kept));
	}

	@DeleteMapping("/questions/{id}/draft")
	@Operation(operationId = "discardQuestionDraft", summary = "Throw a draft away",
			description = "Scope `questions:write`. The question itself stays as it is.")
	@ApiResponse(responseCode = "204", description = "It is gone", content = @Content)
	Mono<ResponseEntity<Void>> discard(@Parameter(example = "django-n-plus-one") @PathVariable String id,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		return this.drafts.discard(id, ifMatch).thenReturn(ResponseEntity.noContent().build());
	}

	@PostMapping("/questions/{id}/publish")
	@Operation(operationId = "publishQuestionDraft", summary = "Publish a draft",
			description = "Scope `questions:write`. It becomes the current revision of its question, which a new question "
					+ "gets at the end of its level; the draft is gone. `If-Match` takes the tag of the draft. 412 when "
					+ "the question was revised since the draft began. Without a draft, a question stays as it is.")
	@ApiResponse(responseCode = "200", description = "The current revision",
			content = @Content(schema = @Schema(implementation = Question.class),
					examples = @ExampleObject(HubExamples.QUESTION)))
	Mono<ResponseEntity<Question>> publish(Caller caller,
			@Parameter(example = "django-n-plus-one") @PathVariable String id,
			@RequestBody(required = false) @Nullable ReasonRequest request,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		return this.publishing
			.publish(id, ifMatch, new ReasonRequest((request != null) ? request.reason() : null).by(caller))
			.map((question) -> ResponseEntity.ok().eTag(Etags.of(question.revision())).body(question));
	}

}
