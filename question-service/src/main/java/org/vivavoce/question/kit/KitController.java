package org.vivavoce.question.kit;

import java.util.List;

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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.contracts.Ids;
import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Cursor;
import org.vivavoce.platform.web.Limits;
import org.vivavoce.platform.web.Page;

/**
 * Interview kits: list, read, save, retire.
 */
@RestController
@RequestMapping(path = "/api/v1/kits", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Kits", description = "Templates of plans, in versions that never change")
final class KitController {

	private final KitService service;

	KitController(KitService service) {
		this.service = service;
	}

	@GetMapping
	@Operation(operationId = "listKits", summary = "List kits",
			description = "Scope `questions:read`. The latest versions of the kits that are in use, by id.")
	Mono<Page<KitResponse>> list(
			@Parameter(description = "Those that are retired instead") @RequestParam(
					defaultValue = "false") boolean retired,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		int size = Limits.parse(limit);
		String after = (cursor != null) ? Cursor.decode(cursor, String.class).getFirst().toString() : null;
		return this.service.list(retired, after, size + 1)
			.collectList()
			.map((kits) -> Page.of(kits, size, KitResponse::latest, (kit) -> Cursor.encode(List.of(kit.id()))));
	}

	@GetMapping("/{id}")
	@Operation(operationId = "readKit", summary = "Read a kit",
			description = "Scope `questions:read`. The latest version, or the one that is asked for; also of a kit "
					+ "that is retired.")
	@ApiResponse(responseCode = "200", description = "The kit",
			content = @Content(schema = @Schema(implementation = KitResponse.class)))
	Mono<ResponseEntity<KitResponse>> read(@Parameter(example = "backend-mid") @PathVariable String id,
			@Parameter(example = "1") @RequestParam(required = false) @Nullable Integer version) {
		return find(id).map((history) -> answer(history,
				history.version(version)
					.orElseThrow(() -> new ProblemException(ProblemTypes.NOT_FOUND,
							"The kit '" + id + "' has no version " + version))));
	}

	@GetMapping("/{id}/versions")
	@Operation(operationId = "listKitVersions", summary = "List the versions of a kit",
			description = "Scope `questions:read`. The latest first.")
	Mono<Page<KitResponse>> versions(@Parameter(example = "backend-mid") @PathVariable String id,
			@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		int size = Limits.parse(limit);
		int before = (cursor != null) ? version(Cursor.decode(cursor, Number.class).getFirst()) : Integer.MAX_VALUE;
		return find(id).map((history) -> Page.of(history.before(before, size + 1), size,
				(kit) -> KitResponse.of(history, kit), (kit) -> Cursor.encode(List.of(kit.version()))));
	}

	private static int version(Object value) {
		return ((Number) value).intValue();
	}

	private Mono<KitHistory> find(String id) {
		return this.service.find(id).switchIfEmpty(Mono.error(() -> KitService.missing(id)));
	}

	@PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "saveKit", summary = "Save a kit",
			description = "Scope `questions:write`. Becomes the next version; the same content again changes nothing. "
					+ "Interviews keep the version that they were planned by. A kit that was retired is in use again. "
					+ "`If-Match` takes the tag of the latest version, `If-None-Match: *` lets nothing be replaced. 422 "
					+ "when no plan is possible by it, with what is missing.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(examples = @ExampleObject(KitExamples.KIT))))
	@ApiResponse(responseCode = "200", description = "The kit",
			content = @Content(schema = @Schema(implementation = KitResponse.class)))
	Mono<ResponseEntity<KitResponse>> save(Caller caller, @Parameter(example = "backend-mid") @PathVariable String id,
			@Valid @RequestBody KitRequest request,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch) {
		if (!Ids.valid(id)) {
			throw new ProblemException(ProblemTypes.MALFORMED, "id: 1 to 128 characters of A–Z a–z 0–9 . _ ~ @ : -");
		}
		List<Fault> unknown = request.unknownFaults();
		return unknown.isEmpty() ? this.service
			.save(request.kit(id, caller.id(), this.service.now()), new KitConditionRequest(ifMatch, ifNoneMatch))
			.map((history) -> answer(history, history.latest())) : Mono.error(KitService.invalid(unknown));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "retireKit", summary = "Retire a kit",
			description = "Scope `questions:write`. No interview is planned by it any more, until it is saved again; its "
					+ "versions can still be read.")
	@ApiResponse(responseCode = "204", description = "The kit is retired")
	Mono<Void> retire(Caller caller, @Parameter(example = "backend-mid") @PathVariable String id,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		return this.service.retire(id, caller.id(), new KitConditionRequest(ifMatch, null)).then();
	}

	private static ResponseEntity<KitResponse> answer(KitHistory history, Kit kit) {
		return ResponseEntity.ok().eTag(KitConditionRequest.tag(history, kit)).body(KitResponse.of(history, kit));
	}

}
