package org.vivavoce.question.candidate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.contracts.Ids;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Candidates: profile a person, forget a person.
 */
@RestController
@RequestMapping(path = "/api/v1/candidates/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Candidates", description = "What is known about a person, until the person is forgotten")
final class CandidateController {

	private final CandidateService service;

	CandidateController(CandidateService service) {
		this.service = service;
	}

	@GetMapping
	@Operation(operationId = "readCandidate", summary = "Read a profile", description = "Scope `interviews:read`.")
	Mono<ResponseEntity<CandidateResponse>> read(@Parameter(example = "cand-7") @PathVariable String id) {
		return this.service.find(id)
			.filter((candidate) -> !candidate.forgotten())
			.map(CandidateController::answer)
			.switchIfEmpty(
					Mono.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "Nobody is known as '" + id + "'")));
	}

	@PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "profileCandidate", summary = "Profile a person",
			description = "Scope `interviews:write`. Takes the place of what was known; what is left out is removed. "
					+ "The same profile again changes nothing.")
	Mono<ResponseEntity<CandidateResponse>> profile(@Parameter(example = "cand-7") @PathVariable String id,
			@Valid @RequestBody CandidateRequest request,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		return this.service.profile(request.of(valid(id)), ifMatch).map(CandidateController::answer);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "forgetCandidate", summary = "Forget a person",
			description = "Scope `interviews:write`. Removes the profile and all interviews, and tells everybody who "
					+ "listens to do the same; also for a person whom only others know.")
	@ApiResponse(responseCode = "204", description = "The person is forgotten")
	Mono<Void> forget(@Parameter(example = "cand-7") @PathVariable String id,
			@RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
		return this.service.forget(valid(id), ifMatch);
	}

	private static ResponseEntity<CandidateResponse> answer(Candidate candidate) {
		return ResponseEntity.ok().eTag(CandidateService.tag(candidate)).body(CandidateResponse.of(candidate));
	}

	private static String valid(String id) {
		if (!Ids.valid(id)) {
			throw new ProblemException(ProblemTypes.MALFORMED, "id: 1 to 128 characters of A–Z a–z 0–9 . _ ~ @ : -");
		}
		return id;
	}

}
