package org.vivavoce.question.hub;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
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

import org.springframework.http.HttpHeaders;
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
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.platform.web.Cursor;
import org.vivavoce.platform.web.Idempotency;
import org.vivavoce.platform.web.Limits;
import org.vivavoce.platform.web.Page;

/**
 * Question sets: import, list, export.
 */
@RestController
@RequestMapping("/api/v1/question-sets")
@Tag(name = "Question sets", description = "The hub's questions by technology and level, as editable documents")
final class QuestionSetController {

	private static final String YAML = "application/yaml";

	private static final String YAML_X = "application/x-yaml";

	private static final String YAML_TEXT = "text/yaml";

	private final QuestionHub hub;

	private final ImportDesk imports;

	private final Idempotency idempotency;

	QuestionSetController(QuestionHub hub, ImportDesk imports, Idempotency idempotency) {
		this.hub = hub;
		this.imports = imports;
		this.idempotency = idempotency;
	}

	@PostMapping(consumes = { YAML, YAML_X, YAML_TEXT }, produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "importQuestionSet", summary = "Import a question set",
			description = "Scope `questions:write`. UTF-8, up to 5 MiB. A question that changed gets a new revision; "
					+ "with faults, all are answered with their lines and nothing is stored. `If-Match` takes the tag of "
					+ "the set in any format, `If-None-Match: *` imports only a set that is not there yet.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = YAML, schema = @Schema(type = "string"),
							examples = @ExampleObject(HubExamples.SET))))
	@ApiResponse(responseCode = "201", description = "The set is new or changed",
			content = @Content(schema = @Schema(implementation = SetSummaryResponse.class)))
	@ApiResponse(responseCode = "200", description = "The hub had the same content before",
			content = @Content(schema = @Schema(implementation = SetSummaryResponse.class)))
	Mono<ResponseEntity<Object>> importSet(Caller caller, @RequestBody(required = false) byte @Nullable [] document,
			@Parameter(description = "Where the document does not name it") @RequestParam(
					required = false) @Nullable String technology,
			@Parameter(description = "Id of a set beside the technology's own") @RequestParam(
					required = false) @Nullable String id,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch) {
		caller.requireScope(Scopes.QUESTIONS_WRITE);
		byte[] bytes = (document != null) ? document : new byte[0];
		// null and empty parameters differ, and both belong to the request
		List<Object> request = Arrays.asList(technology, id, bytes);
		return this.idempotency.once(caller, "import-question-set", idempotencyKey, request,
				() -> this.imports
					.importYaml(bytes, new Naming(technology, id), new ConditionRequest(ifMatch, ifNoneMatch))
					.map((imported) -> ResponseEntity.status(imported.changed() ? HttpStatus.CREATED : HttpStatus.OK)
						.location(URI.create("/api/v1/question-sets/" + imported.set().id()))
						.eTag(ConditionRequest.tag(imported.set()))
						.body(SetSummaryResponse.of(imported.set()))));
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listQuestionSets", summary = "List question sets",
			description = "Scope `questions:read`. Ordered by id.")
	Mono<Page<SetSummaryResponse>> list(Caller caller, @RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		caller.requireScope(Scopes.QUESTIONS_READ);
		int size = Limits.parse(limit);
		String after = (cursor != null) ? Cursor.decode(cursor, 1).getFirst().toString() : null;
		return this.hub.sets(after, size + 1)
			.collectList()
			.map((rows) -> Page.of(rows, size, SetSummaryResponse::of, (set) -> Cursor.encode(List.of(set.id()))));
	}

	@GetMapping(path = "/{id}", produces = { MediaType.APPLICATION_JSON_VALUE, YAML, YAML_X, YAML_TEXT })
	@Operation(operationId = "readQuestionSet", summary = "Read or export a question set",
			description = "Scope `questions:read`. As YAML it can be edited and imported again.")
	@ApiResponse(responseCode = "200", description = "The set with its questions", content = {
			@Content(mediaType = "application/json", schema = @Schema(implementation = SetResponse.class)),
			@Content(mediaType = YAML, schema = @Schema(type = "string"), examples = @ExampleObject(HubExamples.SET)) })
	Mono<ResponseEntity<?>> read(Caller caller, @PathVariable String id,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
		caller.requireScope(Scopes.QUESTIONS_READ);
		return this.hub.set(id)
			.switchIfEmpty(Mono
				.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no question set '" + id + "'")))
			.map((set) -> wantsYaml(headers) ? yaml(set) : json(set));
	}

	private static ResponseEntity<?> json(QuestionSet set) {
		return ResponseEntity.ok()
			.eTag(ConditionRequest.tag(set))
			.varyBy(HttpHeaders.ACCEPT)
			.contentType(MediaType.APPLICATION_JSON)
			.body(SetResponse.of(set));
	}

	private static ResponseEntity<?> yaml(QuestionSet set) {
		return ResponseEntity.ok()
			.eTag(ConditionRequest.yamlTag(set))
			.varyBy(HttpHeaders.ACCEPT)
			.contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
			.body(YamlWriter.write(set.draft()).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Whether the first type that the caller accepts, of those available, is YAML.
	 */
	private static boolean wantsYaml(HttpHeaders headers) {
		return headers.getAccept()
			.stream()
			.sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
			.filter((type) -> type.includes(MediaType.APPLICATION_JSON) || isYaml(type))
			.findFirst()
			.filter((type) -> !type.includes(MediaType.APPLICATION_JSON))
			.isPresent();
	}

	private static boolean isYaml(MediaType type) {
		return List.of(YAML, YAML_X, YAML_TEXT).stream().map(MediaType::valueOf).anyMatch(type::includes);
	}

}
