package org.vivavoce.scoring.panel;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Limits;
import org.vivavoce.platform.web.Page;
import org.vivavoce.scoring.sheet.SheetSummary;
import org.vivavoce.scoring.sheet.SheetView;

@RestController
@RequestMapping(path = "/api/v1/score-sheets", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Score sheets", description = "What was served, the rubric, and what the panel gave")
class SheetController {

	private final ScoreSheets sheets;

	private final SheetLists lists;

	SheetController(ScoreSheets sheets, SheetLists lists) {
		this.sheets = sheets;
		this.lists = lists;
	}

	@GetMapping
	@Operation(operationId = "listScoreSheets", summary = "The caller's own score sheets, newest first",
			description = "Any valid token, no scope: only sheets of panels that the caller sits on are listed.")
	@ApiResponse(responseCode = "200", description = "A page of sheets",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = SheetPage.class), examples = @ExampleObject(Examples.LIST)))
	Mono<Page<SheetSummary>> list(Caller caller,
			@Parameter(description = "`next` of the page before") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(description = "1 to 200, 50 when left out") @RequestParam(
					required = false) @Nullable Integer limit) {
		return this.lists.list(caller.id(), cursor, Limits.parse(limit));
	}

	@GetMapping("/{interviewId}")
	@Operation(operationId = "readScoreSheet", summary = "The score sheet of an interview, as the caller sees it",
			description = """
					For panel members; no scope opens it for anybody else. What the other members gave is hidden until the \
					caller has given a recommendation or the interview is closed: `othersVisible` says so, and `scoredBy` \
					names who has rated without telling what. `ratings` and `recommendations` are the others' alone. \
					404 with `Retry-After` while no event has told of the interview.""")
	@ApiResponse(responseCode = "200", description = "The sheet",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = SheetView.class), examples = @ExampleObject(Examples.SHEET)))
	Mono<ResponseEntity<SheetView>> sheet(Caller caller, @PathVariable String interviewId) {
		return this.sheets.view(interviewId, caller.id())
			.map((view) -> ResponseEntity.ok().eTag(view.tag()).body(view.body()));
	}

	/**
	 * A page of the list, for the API's documentation.
	 */
	private record SheetPage(List<SheetSummary> items, @Schema(types = {
			"string", "null" }) @Nullable String next){

	}

}
