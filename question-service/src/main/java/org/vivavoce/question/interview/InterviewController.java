package org.vivavoce.question.interview;

import java.net.URI;
import java.util.Set;

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

import org.springframework.http.HttpStatus;
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

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Idempotency;
import org.vivavoce.platform.web.Limits;
import org.vivavoce.platform.web.Page;

/**
 * Interviews: open, list, read, serve, close.
 */
@RestController
@RequestMapping(path = "/api/v1/interviews", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Interviews", description = "Planned from the hub, served question by question, closed")
final class InterviewController {

	private static final Set<String> STATES = Set.of("planned", "in-progress", "closed");

	private final InterviewPlanner planning;

	private final InterviewLookup lookup;

	private final ServingService serving;

	private final Idempotency idempotency;

	InterviewController(InterviewPlanner planning, InterviewLookup lookup, ServingService serving,
			Idempotency idempotency) {
		this.planning = planning;
		this.lookup = lookup;
		this.serving = serving;
		this.idempotency = idempotency;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "openInterview", summary = "Plan and open an interview",
			description = "Scope `interviews:write`. Without a plan ten questions are chosen: mostly at level, some "
					+ "warm-ups, some stretch, with the topics spread. What the candidate was asked before and what has probably "
					+ "leaked is avoided as long as there is something else, and what was asked less often is preferred; "
					+ "each place of the plan says its reason. A kit plans by its latest version or `kitVersion`; technology and level have to "
					+ "be the kit's. A `seed` repeats a plan on the same hub, whatever others were "
					+ "asked meanwhile; only what this candidate was asked is avoided all the same. Without one, only "
					+ "`questionIds` ask somebody else the same.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(
							examples = { @ExampleObject(name = "usual plan", value = InterviewExamples.USUAL),
									@ExampleObject(name = "counts", value = InterviewExamples.COUNTS),
									@ExampleObject(name = "kit", value = InterviewExamples.KIT) })))
	@ApiResponse(responseCode = "201", description = "The interview with its plan",
			content = @Content(schema = @Schema(implementation = InterviewResponse.class)))
	Mono<ResponseEntity<Object>> open(Caller caller, @Valid @RequestBody OpenInterviewRequest request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
		return this.idempotency.once(caller, "open-interview", idempotencyKey, request,
				() -> this.planning.open(caller.id(), request, idempotencyKey)
					.map((known) -> ResponseEntity.created(URI.create("/api/v1/interviews/" + known.interview().id()))
						.eTag(InterviewLookup.tag(known))
						.body(known.response())));
	}

	@GetMapping
	@Operation(operationId = "listInterviews", summary = "List interviews",
			description = "Scope `interviews:read`. Newest first.")
	Mono<Page<InterviewResponse>> list(
			@Parameter(example = "cand-7") @RequestParam(required = false) @Nullable String candidate,
			@Parameter(schema = @Schema(allowableValues = { "planned", "in-progress", "closed" })) @RequestParam(
					required = false) @Nullable String state,
			@Parameter(example = "interviewer-1") @RequestParam(required = false) @Nullable String panelist,
			@Parameter(description = "Interviews in which this question was asked",
					example = "django-n-plus-one") @RequestParam(required = false) @Nullable String question,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		if (state != null && !STATES.contains(state)) {
			throw new ProblemException(ProblemTypes.MALFORMED, "state: planned, in-progress or closed");
		}
		return this.lookup.list(new InterviewRepository.Query(candidate, state, panelist, question),
				(cursor != null) ? InterviewRepository.Place.of(cursor) : null, Limits.parse(limit));
	}

	@GetMapping("/{id}")
	@Operation(operationId = "readInterview", summary = "Read an interview",
			description = "Scope `interviews:read`, or member of its panel.")
	Mono<ResponseEntity<InterviewResponse>> read(Caller caller, @PathVariable String id) {
		return this.lookup.find(caller, id)
			.map((known) -> ResponseEntity.ok().eTag(InterviewLookup.tag(known)).body(known.response()));
	}

	@PostMapping("/{id}/served")
	@Operation(operationId = "serveQuestion", summary = "Serve a question",
			description = "Scope `interviews:write`, or member of its panel. Without a body the next one of the plan. "
					+ "409 when nothing is left or the interview is closed.")
	@ApiResponse(responseCode = "201", description = "The question with its rubric",
			content = @Content(schema = @Schema(implementation = ServedResponse.class)))
	Mono<ResponseEntity<Object>> serve(Caller caller, @PathVariable String id,
			@Valid @RequestBody(required = false) @Nullable ServedRequest request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		String questionId = (request != null) ? request.questionId() : null;
		return this.idempotency.once(caller, "serve " + id, idempotencyKey, new ServedRequest(questionId),
				() -> this.serving.serve(caller, id, new ServeWish(questionId, null, idempotencyKey), ifMatch)
					.map((served) -> ResponseEntity.status(HttpStatus.CREATED)
						.body(new ServedResponse(served.position(), served.planned(), served.question()))));
	}

	@PostMapping(path = "/{id}/close", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "closeInterview", summary = "Close an interview",
			description = "Scope `interviews:write`, or member of its panel. The same outcome again changes nothing, "
					+ "another one is a conflict.")
	Mono<ResponseEntity<InterviewResponse>> close(Caller caller, @PathVariable String id,
			@Valid @RequestBody CloseRequest request,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		return this.serving.close(caller, id, request.outcome(), ifMatch)
			.map((known) -> ResponseEntity.ok().eTag(InterviewLookup.tag(known)).body(known.response()));
	}

}
