package org.vivavoce.scoring.panel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.scoring.sheet.Rating;
import org.vivavoce.scoring.sheet.RatingView;
import org.vivavoce.scoring.sheet.Recommendation;
import org.vivavoce.scoring.sheet.RecommendationView;

@RestController
@RequestMapping(path = "/api/v1/score-sheets/{interviewId}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ratings", description = "What a panel member gives: always the caller's own, whoever asks")
class PanelController {

	private static final String IF_MATCH = "If-Match";

	private static final String IF_NONE_MATCH = "If-None-Match";

	private final ScoreSheets sheets;

	PanelController(ScoreSheets sheets) {
		this.sheets = sheets;
	}

	@GetMapping("/answers/{questionId}")
	@Operation(operationId = "readRating", summary = "The caller's own rating of an answer",
			description = "For panel members, without a scope.")
	@ApiResponse(responseCode = "200", useReturnTypeSchema = true,
			description = "The rating; its ETag goes into If-Match",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = RatingView.class), examples = @ExampleObject(Examples.RATED)))
	Mono<ResponseEntity<RatingView>> answer(Caller caller, @PathVariable String interviewId,
			@PathVariable String questionId) {
		return this.sheets.rating(interviewId, questionId, caller.id()).map((rating) -> ok(interviewId, rating));
	}

	@PutMapping("/answers/{questionId}")
	@Operation(operationId = "rateAnswer", summary = "Rate an answer, or correct the rating",
			description = """
					For panel members, without a scope. The same content again keeps its revision and causes no event; other \
					content is the next revision and an `answer-scored` event. Corrections stay possible after the interview \
					is closed. `If-Match` with the tag of the rating, or `If-None-Match: *` for a first one, guard against \
					writing over something unseen (412). 409 `question-not-served` with `Retry-After` when no event has told \
					that the question was served: it may still be on its way, so try again. Without `Retry-After` the interview is closed \
					and did not ask it. 409 `candidate-forgotten` when the sheet is gone for good, 413 `sheet-full` when it can \
					hold no more.""")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject(Examples.RATING)))
	@ApiResponse(responseCode = "200", description = "The rating stands",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = RatingView.class), examples = @ExampleObject(Examples.RATED)))
	Mono<ResponseEntity<RatingView>> rate(Caller caller, @PathVariable String interviewId,
			@PathVariable String questionId, @Valid @RequestBody RatingRequest request,
			@RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestHeader(name = IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
		return this.sheets.rate(interviewId, questionId, caller.id(), request, new Precondition(ifMatch, ifNoneMatch))
			.map((rating) -> ok(interviewId, rating));
	}

	@GetMapping("/recommendation")
	@Operation(operationId = "readRecommendation", summary = "The caller's own recommendation",
			description = "For panel members, without a scope.")
	@ApiResponse(responseCode = "200", useReturnTypeSchema = true,
			description = "The recommendation; its ETag goes into If-Match",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = RecommendationView.class),
					examples = @ExampleObject(Examples.RECOMMENDED)))
	Mono<ResponseEntity<RecommendationView>> recommendation(Caller caller, @PathVariable String interviewId) {
		return this.sheets.recommendation(interviewId, caller.id()).map((given) -> ok(interviewId, given));
	}

	@PutMapping("/recommendation")
	@Operation(operationId = "giveRecommendation", summary = "Recommend what to do, or change the recommendation",
			description = """
					For panel members, without a scope. From then on the caller sees what the others gave. Revisions, \
					`If-Match` and `If-None-Match` work as for ratings; a change is a `recommendation-given` event. \
					409 `interview-not-known` with `Retry-After` while no event has told of the interview, `candidate-forgotten` \
					when the sheet is gone for good. 413 `sheet-full` when it can hold no more.""")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject(Examples.RECOMMENDATION)))
	@ApiResponse(responseCode = "200", description = "The recommendation stands",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = RecommendationView.class),
					examples = @ExampleObject(Examples.RECOMMENDED)))
	Mono<ResponseEntity<RecommendationView>> recommend(Caller caller, @PathVariable String interviewId,
			@Valid @RequestBody RecommendationRequest request,
			@RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestHeader(name = IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
		return this.sheets.recommend(interviewId, caller.id(), request, new Precondition(ifMatch, ifNoneMatch))
			.map((given) -> ok(interviewId, given));
	}

	private static ResponseEntity<RatingView> ok(String interviewId, Rating rating) {
		return ResponseEntity.ok().eTag(Etags.of(rating.revision())).body(RatingView.of(interviewId, rating));
	}

	private static ResponseEntity<RecommendationView> ok(String interviewId, Recommendation given) {
		return ResponseEntity.ok().eTag(Etags.of(given.revision())).body(RecommendationView.of(interviewId, given));
	}

}
