package org.vivavoce.report.deadletter.replay;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Idempotency;

@RestController
@RequestMapping(path = "/api/v1/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Dead letters")
class ReplayController {

	private static final String EXAMPLE = """
			{"topic": "answer-scored", "kind": "missing-field:rating"}""";

	private final BulkReplays replays;

	private final Idempotency idempotency;

	ReplayController(BulkReplays replays, Idempotency idempotency) {
		this.replays = replays;
		this.idempotency = idempotency;
	}

	@PostMapping(path = "/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "replayDeadLetters", summary = "Send many dead letters again",
			description = "Scope `admin`. All that wait now, of a topic, a kind or both, a batch at a time. What comes "
					+ "back meanwhile is not sent round and round. Goes on after a restart.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(examples = @ExampleObject(EXAMPLE))))
	@ApiResponse(responseCode = "202", description = "It runs; `Location` shows its progress",
			content = @Content(schema = @Schema(implementation = ReplayResponse.class)))
	Mono<ResponseEntity<Object>> start(Caller caller, @Valid @RequestBody ReplayMany request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
		return this.idempotency.once(caller, "replay-dead-letters", idempotencyKey, request,
				() -> this.replays.start(caller, request.topic(), request.kind(), idempotencyKey)
					.map((started) -> ResponseEntity.accepted()
						.location(URI.create("/api/v1/dead-letters/replays/" + started.id()))
						.body(ReplayResponse.of(started))));
	}

	@GetMapping("/replays/{id}")
	@Operation(operationId = "readReplay", summary = "How far a replay is", description = "Scope `admin`.")
	@ApiResponse(responseCode = "200", description = "Its progress",
			content = @Content(schema = @Schema(implementation = ReplayResponse.class)))
	Mono<ReplayResponse> read(@PathVariable String id) {
		return this.replays.find(id).map(ReplayResponse::of);
	}

	@PostMapping("/replays/{id}/cancel")
	@Operation(operationId = "cancelReplay", summary = "Cancel a replay",
			description = "Scope `admin`. What is on its way is still sent. A replay that is not running stays as it "
					+ "is.")
	@ApiResponse(responseCode = "200", description = "Its progress so far",
			content = @Content(schema = @Schema(implementation = ReplayResponse.class)))
	Mono<ReplayResponse> cancel(@PathVariable String id) {
		return this.replays.cancel(id).map(ReplayResponse::of);
	}

	/**
	 * Which dead letters to send again: all that wait, of a topic, a kind or both.
	 */
	record ReplayMany(@Nullable @Size(max = 300) String topic, @Nullable @Size(max = 300) String kind) {

	}

}
