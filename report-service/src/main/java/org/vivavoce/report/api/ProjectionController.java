package org.vivavoce.report.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.platform.projection.Reconciliation;
import org.vivavoce.platform.projection.Tally;
import org.vivavoce.platform.projection.TopicEnds;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.report.projection.ScorecardProjection;

/**
 * How far the scorecards have come.
 */
@RestController
@Tag(name = "Projections")
class ProjectionController {

	private final TopicEnds ends;

	private final Reconciliation reconciliation;

	ProjectionController(TopicEnds ends, Reconciliation reconciliation) {
		this.ends = ends;
		this.reconciliation = reconciliation;
	}

	@GetMapping(path = "/api/v1/projections/scorecards", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "How far the scorecards have come",
			description = "Scope `admin`. The next offset to fold and the end of each partition.")
	@ApiResponse(responseCode = "200", description = "Offsets and lag",
			content = @Content(examples = @ExampleObject(Examples.PROJECTION)))
	Mono<ProjectionStatus> status(Caller caller) {
		caller.requireScope(Scopes.ADMIN);
		return Mono.zip(this.ends.latest(), this.reconciliation.applied(ScorecardProjection.NAME),
				ProjectionController::status);
	}

	private static ProjectionStatus status(Map<TopicPartition, Long> ends, Map<TopicPartition, Tally> stored) {
		List<ProjectionStatus.PartitionStatus> partitions = ends.entrySet()
			.stream()
			.map((end) -> status(end.getKey(), stored.getOrDefault(end.getKey(), Tally.startingAt(0)).to(),
					end.getValue()))
			.sorted(Comparator.comparing(ProjectionStatus.PartitionStatus::topic)
				.thenComparing(ProjectionStatus.PartitionStatus::partition))
			.toList();
		long lag = partitions.stream().mapToLong(ProjectionStatus.PartitionStatus::lag).sum();
		return new ProjectionStatus(ScorecardProjection.NAME, 1, lag, partitions);
	}

	private static ProjectionStatus.PartitionStatus status(TopicPartition partition, long next, long end) {
		return new ProjectionStatus.PartitionStatus(partition.topic(), partition.partition(), next, end,
				Math.max(0, end - next));
	}

}
