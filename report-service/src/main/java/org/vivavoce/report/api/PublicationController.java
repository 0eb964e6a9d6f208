package org.vivavoce.report.api;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.report.projection.PublicationRepair;
import org.vivavoce.report.projection.PublicationRepairs;

@RestController
@RequestMapping(path = "/api/v1/projections/scorecards/publications", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Projections")
class PublicationController {

	private final PublicationRepairs repairs;

	PublicationController(PublicationRepairs repairs) {
		this.repairs = repairs;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(operationId = "repairPublications",
			summary = "Compare scorecard-updated with the scorecards, and publish what is not right",
			description = """
					Scope `admin`. For each scorecard the last record on the compacted topic has to be its summary, and for a \
					forgotten person a tombstone. What is missing or different is published, in the background and partition by \
					partition. It also runs after a rebuild was swapped in. Keys that no scorecard has are counted and left \
					alone.""")
	@ApiResponse(responseCode = "202", description = "It will be done: see GET",
			content = @Content(examples = @ExampleObject(Examples.PUBLICATIONS)))
	Mono<PublicationStatus> comparePublications(Caller caller) {
		return this.repairs.request(caller.id()).map(PublicationStatus::of);
	}

	@GetMapping
	@Operation(operationId = "readPublicationRepair", summary = "How far the comparison of scorecard-updated is",
			description = "Scope `admin`. The last one that was asked for; 404 when there was none.")
	@ApiResponse(responseCode = "200", description = "What was found and published so far",
			content = @Content(examples = @ExampleObject(Examples.PUBLICATIONS)))
	Mono<PublicationStatus> publications() {
		return this.repairs.last()
			.map(PublicationStatus::of)
			.switchIfEmpty(Mono
				.error(() -> new ProblemException(ProblemTypes.NOT_FOUND, "Nobody has asked for a comparison yet")));
	}

	/**
	 * A comparison as it is shown.
	 */
	record PublicationStatus(PublicationRepair.Status state, String startedBy, Instant startedAt,
			@Nullable Instant finishedAt, int partitions, int partitionsDone, long compared, long missing,
			long different, long forgotten, long withoutScorecard) {

		static PublicationStatus of(PublicationRepair repair) {
			return new PublicationStatus(repair.status(), repair.by(), repair.wantedAt(), repair.finishedAt(),
					repair.partitions(), repair.partitionsDone(), repair.compared(), repair.missing(),
					repair.different(), repair.forgotten(), repair.withoutScorecard());
		}

	}

}
