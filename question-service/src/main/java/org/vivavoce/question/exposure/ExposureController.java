package org.vivavoce.question.exposure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.question.hub.QuestionHub;

/**
 * Tells how often questions were asked.
 */
@RestController
@RequestMapping(path = "/api/v1/questions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Questions")
final class ExposureController {

	private final QuestionHub hub;

	private final ExposureRepository exposures;

	ExposureController(QuestionHub hub, ExposureRepository exposures) {
		this.hub = hub;
		this.exposures = exposures;
	}

	@GetMapping("/{id}/exposure")
	@Operation(operationId = "readExposure", summary = "How often and when a question was asked",
			description = "Scope `questions:read`. In any revision and in all interviews that are still stored. Whom it "
					+ "was asked is told by `GET /interviews?question=`, which needs `interviews:read`.")
	@ApiResponse(responseCode = "200", description = "Figures without people",
			content = @Content(schema = @Schema(implementation = ExposureResponse.class), examples = @ExampleObject("""
					{
					  "questionId": "django-n-plus-one",
					  "served": 14,
					  "servedRecently": 9,
					  "windowDays": 90,
					  "lastServedOn": "2026-03-14",
					  "months": [{"month": "2025-11", "served": 5}, {"month": "2026-03", "served": 9}],
					  "probablyLeaked": false,
					  "leakedAfter": 30
					}""")))
	Mono<ExposureResponse> exposure(@Parameter(example = "django-n-plus-one") @PathVariable String id) {
		return this.hub.question(id, null)
			.switchIfEmpty(
					Mono.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no question '" + id + "'")))
			.flatMap((question) -> this.exposures.figures(id))
			.map((figures) -> ExposureResponse.of(id, figures));
	}

}
