package org.vivavoce.question.importing;

import java.net.URI;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.contracts.Ids;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.platform.web.Idempotency;
import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.hub.ConditionRequest;
import org.vivavoce.question.hub.HubExamples;
import org.vivavoce.question.hub.ReasonRequest;
import org.vivavoce.question.hub.SetSummaryResponse;
import org.vivavoce.question.set.Authorship;

/**
 * Import of question sets, in any of the formats.
 */
@RestController
@RequestMapping("/api/v1/question-sets")
@Tag(name = "Question sets")
final class ImportController {

	private static final String YAML = "application/yaml";

	private static final String YAML_X = "application/x-yaml";

	private static final String YAML_TEXT = "text/yaml";

	private static final String CSV = "text/csv";

	private static final String MARKDOWN = "text/markdown";

	private static final String TEXT = "text/plain";

	private final SetImporter imports;

	private final Idempotency idempotency;

	ImportController(SetImporter imports, Idempotency idempotency) {
		this.imports = imports;
		this.idempotency = idempotency;
	}

	@PostMapping(consumes = { YAML, YAML_X, YAML_TEXT, CSV, MARKDOWN, TEXT },
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "importQuestionSet", summary = "Import a question set",
			description = "Scope `questions:write`. UTF-8, up to 5 MiB and 50,000 lines (YAML 100,000); all but YAML also UTF-16 with a byte order mark. "
					+ "A question that changed gets a new revision; "
					+ "with faults, all are answered with their lines and nothing is stored. `If-Match` takes the tag of "
					+ "the set in any format, `If-None-Match: *` imports only a set that is not there yet.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = {
							@Content(mediaType = YAML, schema = @Schema(type = "string"),
									examples = @ExampleObject(HubExamples.SET)),
							@Content(mediaType = CSV, schema = @Schema(type = "string"),
									examples = @ExampleObject(HubExamples.CSV)),
							@Content(mediaType = MARKDOWN, schema = @Schema(type = "string"),
									examples = @ExampleObject(HubExamples.MARKDOWN)),
							@Content(mediaType = TEXT, schema = @Schema(type = "string"),
									examples = @ExampleObject(HubExamples.TEXT)) }))
	@ApiResponse(responseCode = "201", description = "The set is new or changed",
			content = @Content(schema = @Schema(implementation = SetSummaryResponse.class)))
	@ApiResponse(responseCode = "200", description = "The hub had the same content before",
			content = @Content(schema = @Schema(implementation = SetSummaryResponse.class)))
	Mono<ResponseEntity<Object>> importSet(Caller caller, @RequestBody(required = false) byte @Nullable [] document,
			@Parameter(description = "Where the document does not name it",
					schema = @Schema(maxLength = FieldRules.TECHNOLOGY)) @RequestParam(
							required = false) @Nullable String technology,
			@Parameter(description = "Id of a set beside the technology's own",
					schema = @Schema(pattern = Ids.PATTERN)) @RequestParam(required = false) @Nullable String id,
			@Parameter(description = "Why, for the history",
					schema = @Schema(maxLength = FieldRules.REASON)) @RequestParam(
							required = false) @Nullable String reason,
			@Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
			@RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch) {
		Authorship authorship = new ReasonRequest(reason).by(caller);
		byte[] bytes = (document != null) ? document : new byte[0];
		DocumentFormat format = DocumentFormat.ofType(type.getType() + "/" + type.getSubtype());
		// null and empty parameters differ, and both belong to the request
		List<Object> request = (format == DocumentFormat.YAML) ? Arrays.asList(technology, id, bytes, reason)
				: Arrays.asList(technology, id, bytes, format.name(), reason);
		return this.idempotency.once(caller, "import-question-set", idempotencyKey, request,
				() -> this.imports
					.importDocument(format, bytes, new DocumentOverrides(technology, id),
							new ConditionRequest(ifMatch, ifNoneMatch), authorship)
					.map((imported) -> ResponseEntity.status(imported.changed() ? HttpStatus.CREATED : HttpStatus.OK)
						.location(URI.create("/api/v1/question-sets/" + imported.set().id()))
						.eTag(ConditionRequest.tag(imported.set()))
						.body(SetSummaryResponse.of(imported.set()))));
	}

	@PostMapping(path = "/preview", consumes = { YAML, YAML_X, YAML_TEXT, CSV, MARKDOWN, TEXT },
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "previewQuestionSet", summary = "Say what an import would change",
			description = "Scope `questions:write`. Takes what an import takes and answers the same faults; nothing is "
					+ "stored. To import exactly what was previewed, send the import with `If-Match` and the tag of this "
					+ "answer, or with `If-None-Match: *` when there is no `currentRevision`.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = {
							@Content(mediaType = YAML, schema = @Schema(type = "string"),
									examples = @ExampleObject(HubExamples.SET)),
							@Content(mediaType = CSV, schema = @Schema(type = "string"),
									examples = @ExampleObject(HubExamples.CSV)),
							@Content(mediaType = MARKDOWN, schema = @Schema(type = "string"),
									examples = @ExampleObject(HubExamples.MARKDOWN)),
							@Content(mediaType = TEXT, schema = @Schema(type = "string"),
									examples = @ExampleObject(HubExamples.TEXT)) }))
	Mono<ResponseEntity<PreviewResponse>> preview(@RequestBody(required = false) byte @Nullable [] document,
			@Parameter(description = "Where the document does not name it",
					schema = @Schema(maxLength = FieldRules.TECHNOLOGY)) @RequestParam(
							required = false) @Nullable String technology,
			@Parameter(description = "Id of a set beside the technology's own",
					schema = @Schema(pattern = Ids.PATTERN)) @RequestParam(required = false) @Nullable String id,
			@Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type) {
		return this.imports
			.preview(DocumentFormat.ofType(type.getType() + "/" + type.getSubtype()),
					(document != null) ? document : new byte[0], new DocumentOverrides(technology, id))
			.map((preview) -> (preview.currentRevision() != null)
					? ResponseEntity.ok().eTag(Etags.of(preview.currentRevision())).body(preview)
					: ResponseEntity.ok(preview));
	}

}
