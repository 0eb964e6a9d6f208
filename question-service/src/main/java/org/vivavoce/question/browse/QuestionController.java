package org.vivavoce.question.browse;

import java.util.List;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.contracts.Level;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Cursor;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.platform.web.Limits;
import org.vivavoce.platform.web.Page;
import org.vivavoce.question.editing.QuestionReviser;
import org.vivavoce.question.editing.RevisionRequest;
import org.vivavoce.question.hub.HubExamples;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.hub.QuestionRepository;
import org.vivavoce.question.hub.ReasonRequest;
import org.vivavoce.question.hub.SearchRequest;
import org.vivavoce.question.set.Question;

/**
 * Questions: search, read, revise.
 */
@RestController
@RequestMapping(path = "/api/v1/questions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Questions", description = "The current questions of the hub, and every revision that there was")
final class QuestionController {

	private final QuestionHub hub;

	private final QuestionReviser revisions;

	QuestionController(QuestionHub hub, QuestionReviser revisions) {
		this.hub = hub;
		this.revisions = revisions;
	}

	@GetMapping
	@Operation(operationId = "searchQuestions", summary = "Search questions",
			description = "Scope `questions:read`. Current revisions by set, level and place in the set.")
	Mono<Page<Question>> search(@RequestParam(required = false) @Nullable String set,
			@Parameter(example = "django") @RequestParam(required = false) @Nullable String technology,
			@Parameter(example = "mid", schema = @Schema(implementation = Level.class)) @RequestParam(
					required = false) @Nullable String level,
			@Parameter(example = "orm") @RequestParam(required = false) @Nullable String topic,
			@Parameter(description = "Part of prompt, strong answer or topic, in any case",
					schema = @Schema(maxLength = SearchRequest.LONGEST_TEXT)) @RequestParam(
							required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		var query = new SearchRequest(set, technology, level, topic, q).query();
		int size = Limits.parse(limit);
		String after = (cursor != null) ? Cursor.decode(cursor, String.class).getFirst().toString() : null;
		return this.hub.search(query, after, size + 1)
			.collectList()
			.map((rows) -> Page.of(rows, size, QuestionRepository.Row::question,
					(row) -> Cursor.encode(List.of(row.order()))));
	}

	@GetMapping("/{id}")
	@Operation(operationId = "readQuestion", summary = "Read a question",
			description = "Scope `questions:read`. The latest revision, or the one that is asked for, and whether the "
					+ "question is retired.")
	@ApiResponse(responseCode = "200", description = "The question with its rubric",
			content = @Content(schema = @Schema(implementation = QuestionResponse.class),
					examples = @ExampleObject(HubExamples.QUESTION_IN_HUB)))
	Mono<ResponseEntity<QuestionResponse>> read(@Parameter(example = "django-n-plus-one") @PathVariable String id,
			@Parameter(example = "1") @RequestParam(required = false) @Nullable Integer revision) {
		return this.hub.question(id, revision)
			.zipWith(this.hub.retired(id), QuestionResponse::new)
			.map((question) -> ResponseEntity.ok().eTag(question.etag()).body(question))
			.switchIfEmpty(Mono.error(() -> new ProblemException(ProblemTypes.NOT_FOUND,
					"There is no question '" + id + "'" + ((revision != null) ? " with revision " + revision : ""))));
	}

	@PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "reviseQuestion", summary = "Revise a question",
			description = "Scope `questions:write`. Takes the place of the current revision in its set, which gets a new "
					+ "revision, too; the same content again changes nothing. What a question belongs to (`set`, "
					+ "`technology`, `level`) stays. A key point without an `id` keeps the one of the point that it "
					+ "rewords, or gets a new one. `reason` goes into the history.")
	@ApiResponse(responseCode = "200", description = "The current revision",
			content = @Content(schema = @Schema(implementation = Question.class),
					examples = @ExampleObject(HubExamples.QUESTION)))
	Mono<ResponseEntity<Question>> revise(Caller caller,
			@Parameter(example = "django-n-plus-one") @PathVariable String id, @RequestBody RevisionRequest request,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		return this.revisions.revise(id, request.edit(), ifMatch, new ReasonRequest(request.reason()).by(caller))
			.map((revised) -> ResponseEntity.ok()
				.eTag(Etags.of(revised.question().revision()))
				.body(revised.question()));
	}

}
