package org.vivavoce.report.deadletter;

import java.util.List;
import java.util.Map;

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
import tools.jackson.databind.json.JsonMapper;

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
import org.vivavoce.platform.web.Idempotency;
import org.vivavoce.platform.web.Limits;
import org.vivavoce.platform.web.Page;
import org.vivavoce.report.lookup.ListQuery;

@RestController
@RequestMapping(path = "/api/v1/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Dead letters", description = "Records that could not be read, and what becomes of them")
class DeadLetterController {

	private static final String KEY = "Idempotency-Key";

	private final DeadLetterService service;

	private final DeadLetterCounts counts;

	private final Idempotency idempotency;

	private final JsonMapper json;

	DeadLetterController(DeadLetterService service, DeadLetterCounts counts, Idempotency idempotency, JsonMapper json) {
		this.service = service;
		this.counts = counts;
		this.idempotency = idempotency;
		this.json = json;
	}

	@GetMapping
	@Operation(operationId = "listDeadLetters", summary = "List dead letters",
			description = "Scope `admin`. Those refused last come first.")
	@ApiResponse(responseCode = "200", description = "A page",
			content = @Content(examples = @ExampleObject(DeadLetterExamples.PAGE)))
	Mono<Page<DeadLetterSummary>> list(
			@Parameter(description = "Where it was refused",
					example = "answer-scored") @RequestParam(required = false) @Nullable String topic,
			@Parameter(description = "What equal faults have in common",
					example = "missing-field:rating") @RequestParam(required = false) @Nullable String kind,
			@Parameter(example = "waiting", schema = @Schema(implementation = DeadLetterState.class)) @RequestParam(
					required = false) @Nullable String state,
			@Parameter(description = "The record's key, or the candidateId in its value",
					example = "c-ada") @RequestParam(required = false) @Nullable String key,
			@Parameter(description = "1 to 200, default 50",
					example = "50") @RequestParam(required = false) @Nullable Integer limit,
			@Parameter(description = "`next` of the page before") @RequestParam(
					required = false) @Nullable String cursor) {
		DeadLetterQuery query = new DeadLetterQuery(topic, kind, ListQuery.parse(DeadLetterState.class, "state", state),
				key, cursor);
		return this.service.list(query, Limits.parse(limit))
			.map((page) -> new Page<>(page.items().stream().map(DeadLetterSummary::of).toList(), page.next()));
	}

	@GetMapping("/counts")
	@Operation(operationId = "countDeadLetters", summary = "Count dead letters",
			description = "Scope `admin`. By topic, kind and state; those that wait come first.")
	Mono<Map<String, List<DeadLetterCounts.Count>>> count() {
		return this.counts.all().map((found) -> Map.of("items", found));
	}

	@GetMapping("/{id}")
	@Operation(operationId = "readDeadLetter", summary = "Read a dead letter",
			description = "Scope `admin`. The record as its producer wrote it, why it was refused, what the contract "
					+ "wants, and what was done about it.")
	@ApiResponse(responseCode = "200", description = "The letter",
			content = @Content(schema = @Schema(implementation = DeadLetterResponse.class),
					examples = @ExampleObject(DeadLetterExamples.LETTER)))
	Mono<ResponseEntity<DeadLetterResponse>> read(@PathVariable String id) {
		return open(id);
	}

	private Mono<ResponseEntity<DeadLetterResponse>> open(String id) {
		return this.service.open(id)
			.map((opened) -> ResponseEntity.ok().eTag(opened.deadLetter().tag()).body(DeadLetterResponse.of(opened)));
	}

	@PostMapping("/{id}/replay")
	@Operation(operationId = "replayDeadLetter", summary = "Send a dead letter again",
			description = "Scope `admin`. To the topic where it was refused, with its key, value and headers. With "
					+ "another value only where `vivavoce.dead-letters.editing` is `allowed` (403 otherwise), and only "
					+ "one that can be read: 422 names the field. 409 when its content is not there any more. A record "
					+ "that is refused again comes back to the same letter.")
	@ApiResponse(responseCode = "200", description = "The letter, after Kafka has acknowledged it",
			content = @Content(schema = @Schema(implementation = DeadLetterResponse.class)))
	Mono<ResponseEntity<Object>> replay(Caller caller, @PathVariable String id,
			@RequestBody(required = false) DeadLetterRequests.@Nullable Replay request,
			@RequestHeader(name = KEY, required = false) @Nullable String idempotencyKey,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		byte[] edited = (request != null && request.value() != null) ? this.json.writeValueAsBytes(request.value())
				: null;
		return this.idempotency.once(caller, "replay " + id, idempotencyKey, (edited != null) ? edited : new byte[0],
				() -> this.service.replay(caller, id, edited, ifMatch).flatMap((deadLetter) -> open(id)));
	}

	@PostMapping(path = "/{id}/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "discardDeadLetter", summary = "Discard a dead letter",
			description = "Scope `admin`. It stays readable, and can still be sent again. The same reason again "
					+ "changes nothing.")
	@ApiResponse(responseCode = "200", description = "The letter",
			content = @Content(schema = @Schema(implementation = DeadLetterResponse.class)))
	Mono<ResponseEntity<Object>> discard(Caller caller, @PathVariable String id,
			@Valid @RequestBody DeadLetterRequests.Discard request,
			@RequestHeader(name = KEY, required = false) @Nullable String idempotencyKey,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		return this.idempotency.once(caller, "discard " + id, idempotencyKey, request,
				() -> this.service.discard(caller, id, request.reason().strip(), ifMatch)
					.flatMap((deadLetter) -> open(id)));
	}

}
