package org.vivavoce.report.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.ScorecardOutcome;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Limits;
import org.vivavoce.platform.web.Page;
import org.vivavoce.report.lookup.ListOrder;
import org.vivavoce.report.lookup.ListQuery;
import org.vivavoce.report.lookup.Scorecards;
import org.vivavoce.report.page.PrintedCard;
import org.vivavoce.report.scorecard.Scorecard;
import org.vivavoce.report.scorecard.Summary;

/**
 * Lists of scorecards, and single ones.
 */
@RestController
@RequestMapping("/api/v1/scorecards")
@Tag(name = "Scorecards")
class ScorecardController {

	private final Scorecards scorecards;

	private final PrintedCard printed;

	private final JsonMapper json;

	ScorecardController(Scorecards scorecards, PrintedCard printed, JsonMapper json) {
		this.scorecards = scorecards;
		this.printed = printed;
		this.json = json;
	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listScorecards", summary = "List scorecards", description = """
			Scope `reports:read`. Summaries, a page at a time. Whoever sits on the panel of an open interview and has \
			not recommended yet gets the figures without the other members' ratings; lists that are filtered or sorted \
			by score leave such candidates out.""")
	@ApiResponse(responseCode = "200", description = "A page",
			content = @Content(examples = @ExampleObject(Examples.PAGE)))
	Mono<Page<Summary>> list(Caller caller,
			@Parameter(description = "Of any of the interviews, in any case",
					example = "Django") @RequestParam(required = false) @Nullable String technology,
			@Parameter(description = "Target level of any of the interviews", example = "mid",
					schema = @Schema(implementation = Level.class)) @RequestParam(
							required = false) @Nullable String level,
			@Parameter(example = "advance", schema = @Schema(implementation = ScorecardOutcome.class)) @RequestParam(
					required = false) @Nullable String outcome,
			@Parameter(example = "70",
					schema = @Schema(type = "number", format = "double", minimum = "0", maximum = "100")) @RequestParam(
							required = false) @Nullable Double minScore,
			@Parameter(description = "Latest event not older than",
					example = "2026-05-04T08:00:00Z") @RequestParam(required = false) @Nullable Instant updatedSince,
			@Parameter(description = "-updatedAt when left out", example = "-score",
					schema = @Schema(allowableValues = { "score", "-score", "updatedAt", "-updatedAt" })) @RequestParam(
							required = false) @Nullable String sort,
			@Parameter(description = "1 to 200, default 50",
					example = "50") @RequestParam(required = false) @Nullable Integer limit,
			@Parameter(description = "`next` of the page before, in the same order") @RequestParam(
					required = false) @Nullable String cursor) {
		ListQuery query = new ListQuery(technology, ListQuery.parse(Level.class, "level", level),
				ListQuery.parse(ScorecardOutcome.class, "outcome", outcome), minScore, updatedSince,
				ListOrder.parse(sort), cursor);
		return this.scorecards.list(query, Limits.parse(limit), caller.id());
	}

	@GetMapping(path = "/{candidateId}",
			produces = { MediaType.APPLICATION_JSON_VALUE, "text/csv", MediaType.TEXT_HTML_VALUE })
	@Operation(operationId = "readScorecard", summary = "A candidate's scorecard", description = """
			Scope `reports:read`. As JSON, as CSV with one row per rating, or as a page to print. Whoever sits on the \
			panel of an open interview and has not recommended yet gets that interview without the other members' \
			ratings, and no figure from which they follow.""")
	@ApiResponse(responseCode = "200", description = "The scorecard",
			content = {
					@Content(mediaType = "application/json", schema = @Schema(implementation = Scorecard.class),
							examples = @ExampleObject(Examples.CARD)),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string"),
							examples = @ExampleObject(Examples.CSV)),
					@Content(mediaType = "text/html", schema = @Schema(type = "string")) })
	@ApiResponse(responseCode = "304", description = "It is what If-None-Match names", content = @Content)
	Mono<ResponseEntity<byte[]>> one(Caller caller,
			@Parameter(description = "The candidate", example = "c-ada") @PathVariable String candidateId,
			@Parameter(description = "For links: it wins over `Accept`", example = "csv",
					schema = @Schema(allowableValues = { "json", "csv", "html" })) @RequestParam(
							required = false) @Nullable String format,
			@Parameter(hidden = true) ServerHttpRequest request) {
		MediaType type = (format != null) ? Representation.named(format)
				: Representation.choose(request.getHeaders().getAccept());
		if (type.equals(Representation.HTML)) {
			return this.scorecards.explained(candidateId, caller.id())
				.map((explainedScorecard) -> respond(explainedScorecard.card(), type,
						this.printed.of(explainedScorecard).getBytes(StandardCharsets.UTF_8)));
		}
		return this.scorecards.one(candidateId, caller.id()).map((card) -> respond(card, type, bytes(card, type)));
	}

	private ResponseEntity<byte[]> respond(Scorecard card, MediaType type, byte[] bytes) {
		Representation representation = new Representation(type, bytes);
		ResponseEntity.BodyBuilder response = representation.respond(card.version());
		if (type.equals(Representation.CSV)) {
			String file = "scorecard-" + card.candidate().id().replaceAll("[^A-Za-z0-9._-]", "_") + ".csv";
			response.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file).build().toString());
		}
		else if (type.equals(Representation.HTML)) {
			response.header("Content-Security-Policy", this.printed.policy());
		}
		return response.body(representation.bytes());
	}

	private byte[] bytes(Scorecard card, MediaType type) {
		return type.equals(Representation.CSV) ? CsvCard.of(card).getBytes(StandardCharsets.UTF_8)
				: this.json.writeValueAsBytes(card);
	}

}
