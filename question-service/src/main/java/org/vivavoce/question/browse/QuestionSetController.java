package org.vivavoce.question.browse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.web.Cursor;
import org.vivavoce.platform.web.Limits;
import org.vivavoce.platform.web.Page;
import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.hub.ConditionRequest;
import org.vivavoce.question.hub.HubExamples;
import org.vivavoce.question.hub.QuestionHub;
import org.vivavoce.question.hub.SetSummaryResponse;
import org.vivavoce.question.set.QuestionSet;

/**
 * Question sets: list, read, export.
 */
@RestController
@RequestMapping("/api/v1/question-sets")
@Tag(name = "Question sets", description = "The hub's questions by technology and level, as editable documents")
final class QuestionSetController {

	private static final String YAML = "application/yaml";

	private static final String YAML_X = "application/x-yaml";

	private static final String YAML_TEXT = "text/yaml";

	private static final String CSV = "text/csv";

	private static final String MARKDOWN = "text/markdown";

	private final QuestionHub hub;

	QuestionSetController(QuestionHub hub) {
		this.hub = hub;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listQuestionSets", summary = "List question sets",
			description = "Scope `questions:read`. Ordered by id.")
	Mono<Page<SetSummaryResponse>> list(@RequestParam(required = false) @Nullable Integer limit,
			@RequestParam(required = false) @Nullable String cursor) {
		int size = Limits.parse(limit);
		String after = (cursor != null) ? Cursor.decode(cursor, String.class).getFirst().toString() : null;
		return this.hub.sets(after, size + 1)
			.collectList()
			.map((rows) -> Page.of(rows, size, SetSummaryResponse::of, (set) -> Cursor.encode(List.of(set.id()))));
	}

	@GetMapping(path = "/{id}", produces = { MediaType.APPLICATION_JSON_VALUE, YAML, YAML_X, YAML_TEXT, CSV, MARKDOWN })
	@Operation(operationId = "readQuestionSet", summary = "Read or export a question set",
			description = "Scope `questions:read`. As YAML, CSV or Markdown it can be edited and " + "imported again.")
	@ApiResponse(responseCode = "200", description = "The set with its questions", content = {
			@Content(mediaType = "application/json", schema = @Schema(implementation = SetResponse.class)),
			@Content(mediaType = YAML, schema = @Schema(type = "string"), examples = @ExampleObject(HubExamples.SET)),
			@Content(mediaType = CSV, schema = @Schema(type = "string"), examples = @ExampleObject(HubExamples.CSV)),
			@Content(mediaType = MARKDOWN, schema = @Schema(type = "string"),
					examples = @ExampleObject(HubExamples.MARKDOWN)) })
	Mono<ResponseEntity<?>> read(@PathVariable String id,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
		return this.hub.set(id)
			.switchIfEmpty(Mono
				.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no question set '" + id + "'")))
			.map((set) -> wanted(headers).<ResponseEntity<?>>map((format) -> document(set, format))
				.orElseGet(() -> json(set)));
	}

	private static ResponseEntity<?> json(QuestionSet set) {
		return ResponseEntity.ok()
			.eTag(ConditionRequest.tag(set))
			.varyBy(HttpHeaders.ACCEPT)
			.contentType(MediaType.APPLICATION_JSON)
			.body(SetResponse.of(set));
	}

	private static ResponseEntity<?> document(QuestionSet set, DocumentFormat format) {
		return ResponseEntity.ok()
			.eTag(ConditionRequest.tag(set, format))
			.varyBy(HttpHeaders.ACCEPT)
			.contentType(type(format))
			.body(format.write(set.draft()).getBytes(StandardCharsets.UTF_8));
	}

	private static MediaType type(DocumentFormat format) {
		return new MediaType(MediaType.valueOf(format.types().getFirst()), StandardCharsets.UTF_8);
	}

	/**
	 * The format that the caller likes best of those available.
	 * @return empty for JSON
	 */
	private static Optional<DocumentFormat> wanted(HttpHeaders headers) {
		return headers.getAccept()
			.stream()
			.sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
			.map(QuestionSetController::offered)
			.flatMap(Optional::stream)
			.findFirst()
			.flatMap(Function.identity());
	}

	/**
	 * What a type that a caller accepts gets: JSON, one of the formats, or nothing.
	 */
	private static Optional<Optional<DocumentFormat>> offered(MediaType accepted) {
		return accepted.includes(MediaType.APPLICATION_JSON) ? Optional.of(Optional.empty())
				: Arrays.stream(DocumentFormat.values())
					.filter(DocumentFormat::written)
					.filter((format) -> format.types().stream().map(MediaType::valueOf).anyMatch(accepted::includes))
					.findFirst()
					.map(Optional::of);
	}

}
