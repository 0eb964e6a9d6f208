package org.vivavoce.report.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.security.Caller;
import org.vivavoce.report.projection.Rebuilds;

/**
 * How far the scorecards have come, and folding them anew.
 */
@RestController
@RequestMapping(path = "/api/v1/projections/scorecards", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projections")
class ProjectionController {

	private final Rebuilds rebuilds;

	private final ProjectionStatuses statuses;

	ProjectionController(Rebuilds rebuilds, ProjectionStatuses statuses) {
		this.rebuilds = rebuilds;
		this.statuses = statuses;
	}

	@GetMapping
	@Operation(operationId = "readScorecardProjection", summary = "How far the scorecards have come", description = """
			Scope `admin`. The live generation with the next offset to fold and the end of each partition; the \
			rebuild that is going on, or else the last one; and the previous generation while it is kept.""")
	@ApiResponse(responseCode = "200", description = "Offsets and lag",
			content = @Content(examples = @ExampleObject(Examples.PROJECTION)))
	Mono<ProjectionStatus> status() {
		return this.rebuilds.now().flatMap(this.statuses::of);
	}

	@PostMapping("/rebuild")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "startRebuild", summary = "Fold all scorecards anew, beside the live ones",
			description = """
					Scope `admin`. A new generation is folded from the beginning of the topics while the live one is read \
					and kept up to date. When it has caught up it is compared with the live one, document by document. With \
					`"swap":"auto"` (also without a body) it is swapped in if nothing differs; if something does, and always \
					with `"swap":"manual"`, it waits for `POST …/rebuild/swap`. A generation that was kept for going back is \
					dropped. 409 while another rebuild is going on.""")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(examples = @ExampleObject("{\"swap\":\"manual\"}")))
	@ApiResponse(responseCode = "202", description = "It has begun: see GET",
			content = @Content(examples = @ExampleObject(Examples.PROJECTION)))
	Mono<ProjectionStatus> rebuild(Caller caller, @RequestBody(required = false) @Nullable RebuildRequest request) {
		boolean manual = request != null && request.swap() == RebuildRequest.Swap.MANUAL;
		return this.rebuilds.start(caller.id(), manual).flatMap(this.statuses::of);
	}

	@PostMapping("/rebuild/swap")
	@Operation(operationId = "swapToRebuild", summary = "Read the rebuilt scorecards from now on", description = """
			Scope `admin`. Whatever the comparison says: who asks has looked at it. The generation that was live is \
			kept up to date, so that one can go back. 409 until the new one has caught up and is compared.""")
	@ApiResponse(responseCode = "200", description = "The new generation is live",
			content = @Content(examples = @ExampleObject(Examples.PROJECTION)))
	Mono<ProjectionStatus> swap(Caller caller) {
		return this.rebuilds.swap(caller.id()).flatMap(this.statuses::of);
	}

	@PostMapping("/rebuild/roll-back")
	@Operation(operationId = "rollBackRebuild", summary = "Read the previous generation again", description = """
			Scope `admin`. The one that is live now is kept in turn. 409 when none is kept, or when it is behind.""")
	@ApiResponse(responseCode = "200", description = "The previous generation is live",
			content = @Content(examples = @ExampleObject(Examples.PROJECTION)))
	Mono<ProjectionStatus> rollBack(Caller caller) {
		return this.rebuilds.rollBack(caller.id()).flatMap(this.statuses::of);
	}

	@PostMapping("/rebuild/cancel")
	@Operation(operationId = "cancelRebuild", summary = "Give up the rebuild that is going on",
			description = "Scope `admin`. What was folded for it is dropped. 409 when none is going on.")
	@ApiResponse(responseCode = "200", description = "It is cancelled",
			content = @Content(examples = @ExampleObject(Examples.PROJECTION)))
	Mono<ProjectionStatus> cancel(Caller caller) {
		return this.rebuilds.cancel(caller.id()).flatMap(this.statuses::of);
	}

	@PostMapping("/rebuild/discard")
	@Operation(operationId = "discardPreviousGeneration", summary = "Keep the previous generation no longer",
			description = "Scope `admin`. There is no going back afterwards. 409 when none is kept.")
	@ApiResponse(responseCode = "200", description = "It will be dropped",
			content = @Content(examples = @ExampleObject(Examples.PROJECTION)))
	Mono<ProjectionStatus> discard() {
		return this.rebuilds.discard().flatMap(this.statuses::of);
	}

}
