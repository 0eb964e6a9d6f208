package org.vivavoce.report.api;

import java.util.HashSet;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.contracts.Ids;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.report.lookup.Scorecards;
import org.vivavoce.report.scorecard.Comparison;

/**
 * Candidates side by side.
 */
@RestController
@Tag(name = "Comparisons")
class ComparisonController {

	private static final int MOST = 10;

	private final Scorecards scorecards;

	ComparisonController(Scorecards scorecards) {
		this.scorecards = scorecards;
	}

	@GetMapping(path = "/api/v1/comparisons", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "compareCandidates", summary = "Compare candidates",
			description = """
					Scope `reports:read`. The same figures of 2 to 10 candidates, in the order in which they are named. Rows of \
					levels, topics and questions hold one cell per candidate, null where there is nothing.""")
	@Parameter(name = "candidate", in = ParameterIn.QUERY, description = "Once per candidate", required = true,
			array = @ArraySchema(minItems = 2, maxItems = MOST, uniqueItems = true,
					schema = @Schema(type = "string", pattern = Ids.PATTERN, example = "c-ada")))
	@ApiResponse(responseCode = "200", description = "The comparison",
			content = @Content(examples = @ExampleObject(Examples.COMPARISON)))
	@ApiResponse(responseCode = "404", description = "One of them has no scorecard")
	Mono<Comparison> compare(Caller caller,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
		List<String> candidates = parameters.getOrDefault("candidate", List.of());
		if (candidates.size() < 2 || candidates.size() > MOST || new HashSet<>(candidates).size() < candidates.size()) {
			throw new ProblemException(ProblemTypes.MALFORMED, "candidate: name 2 to 10 different candidates");
		}
		return this.scorecards.compare(candidates, caller.id());
	}

}
