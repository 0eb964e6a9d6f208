package org.vivavoce.report.api;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.platform.projection.Offsets;
import org.vivavoce.platform.security.Caller;
import org.vivavoce.platform.security.Scopes;
import org.vivavoce.report.projection.ScorecardProjection;

/**
 * How far the scorecards have come.
 */
@RestController
@Tag(name = "Projections")
class ProjectionController {

	private final Map<String, Object> config;

	private final List<String> topics;

	private final Offsets offsets;

	ProjectionController(KafkaProperties kafka, EventCodec codec, ScorecardProjection projection,
			ReactiveMongoDatabaseFactory databases) {
		this.config = new HashMap<>(kafka.buildAdminProperties());
		this.config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
		this.config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
		this.topics = projection.consumes().stream().map(codec.topics()::name).toList();
		this.offsets = new Offsets(databases, ScorecardProjection.NAME);
	}

	@GetMapping(path = "/api/v1/projections/scorecards", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "How far the scorecards have come",
			description = "Scope `admin`. The next offset to fold and the end of each partition.")
	@ApiResponse(responseCode = "200", description = "Offsets and lag",
			content = @Content(examples = @ExampleObject(Examples.PROJECTION)))
	Mono<ProjectionStatus> status(Caller caller) {
		caller.requireScope(Scopes.ADMIN);
		return Mono.zip(ends(), stored(), ProjectionController::status);
	}

	private Mono<Map<TopicPartition, Long>> stored() {
		return this.offsets.all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Mono<Map<TopicPartition, Long>> ends() {
		return Mono
			.using(() -> Admin.create(this.config), (admin) -> Mono.fromCompletionStage(() -> ends(admin)),
					Admin::close)
			.subscribeOn(Schedulers.boundedElastic());
	}

	private CompletionStage<Map<TopicPartition, Long>> ends(Admin admin) {
		return admin.describeTopics(this.topics).allTopicNames().toCompletionStage().thenCompose((descriptions) -> {
			Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
			descriptions.forEach((topic, description) -> description.partitions()
				.forEach((info) -> latest.put(new TopicPartition(topic, info.partition()), OffsetSpec.latest())));
			return admin.listOffsets(latest).all().toCompletionStage();
		})
			.thenApply((offsets) -> offsets.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> offset(entry.getValue()))));
	}

	private static long offset(ListOffsetsResultInfo info) {
		return info.offset();
	}

	private static ProjectionStatus status(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> stored) {
		List<ProjectionStatus.PartitionStatus> partitions = ends.entrySet()
			.stream()
			.map((end) -> status(end.getKey(), stored.getOrDefault(end.getKey(), 0L), end.getValue()))
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
