package org.vivavoce.report.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import org.vivavoce.platform.projection.Reconciliation;
import org.vivavoce.platform.projection.TopicEnds;
import org.vivavoce.platform.reconciliation.Tally;
import org.vivavoce.report.generation.Build;
import org.vivavoce.report.generation.GenerationName;
import org.vivavoce.report.generation.Generations;
import org.vivavoce.report.projection.RebuildProgress;

/**
 * Puts together how far the generations have come.
 */
@Component
class ProjectionStatuses {

	private final TopicEnds ends;

	private final Reconciliation reconciliation;

	private final RebuildProgress progress;

	private final Clock clock;

	ProjectionStatuses(TopicEnds ends, Reconciliation reconciliation, RebuildProgress progress, Clock clock) {
		this.ends = ends;
		this.reconciliation = reconciliation;
		this.progress = progress;
		this.clock = clock;
	}

	Mono<ProjectionStatus> of(Generations now) {
		return Mono
			.zip(this.ends.latest(), this.reconciliation.applied(GenerationName.projection(now.live())),
					rebuild(now).map(Optional::of).defaultIfEmpty(Optional.empty()),
					previous(now).map(Optional::of).defaultIfEmpty(Optional.empty()))
			.map((found) -> status(now, partitions(found.getT1(), found.getT2()), found.getT3().orElse(null),
					found.getT4().orElse(null)));
	}

	private static ProjectionStatus status(Generations now, List<ProjectionStatus.PartitionStatus> partitions,
			ProjectionStatus.@Nullable RebuildStatus rebuild, ProjectionStatus.@Nullable PreviousStatus previous) {
		long lag = partitions.stream().mapToLong(ProjectionStatus.PartitionStatus::lag).sum();
		return new ProjectionStatus("scorecards", now.live(), lag, partitions, rebuild, previous);
	}

	private Mono<ProjectionStatus.PreviousStatus> previous(Generations now) {
		return Mono.justOrEmpty(now.previous())
			.flatMap((kept) -> this.progress.lag(kept.generation())
				.map((lag) -> new ProjectionStatus.PreviousStatus(kept.generation(), kept.since(), lag)));
	}

	private Mono<ProjectionStatus.RebuildStatus> rebuild(Generations now) {
		Build build = now.building();
		if (build != null) {
			return Mono.zip(this.progress.folded(build), this.progress.lag(build.generation()),
					(folded, lag) -> building(build, folded, lag));
		}
		return Mono.justOrEmpty(now.ended()).map(ProjectionStatuses::ended);
	}

	private ProjectionStatus.RebuildStatus building(Build build, long folded, long lag) {
		long total = build.total();
		Instant until = (build.caughtUpAt() != null) ? build.caughtUpAt() : this.clock.instant();
		double seconds = Math.max(0.001, Duration.between(build.startedAt(), until).toMillis() / 1000.0);
		double rate = Math.round(folded / seconds * 10) / 10.0;
		Long left = (folded == total) ? Long.valueOf(0)
				: (rate > 0) ? Long.valueOf((long) Math.ceil((total - folded) / rate)) : null;
		return new ProjectionStatus.RebuildStatus(build.generation(),
				(build.caughtUpAt() != null) ? "caught-up" : "building", build.manual() ? "manual" : "auto",
				build.startedBy(), build.startedAt(), build.caughtUpAt(), folded, total, rate, left, lag,
				build.compared(), null, null);
	}

	private static ProjectionStatus.RebuildStatus ended(Generations.Ended ended) {
		String state = switch (ended.how()) {
			case SWAPPED -> "swapped";
			case CANCELLED -> "cancelled";
			case ROLLED_BACK -> "rolled-back";
		};
		Build build = ended.build();
		return new ProjectionStatus.RebuildStatus(ended.generation(), state,
				(build == null) ? null : build.manual() ? "manual" : "auto", (build != null) ? build.startedBy() : null,
				(build != null) ? build.startedAt() : null, (build != null) ? build.caughtUpAt() : null, null, null,
				null, null, null, (build != null) ? build.compared() : null, ended.by(), ended.at());
	}

	private static List<ProjectionStatus.PartitionStatus> partitions(Map<TopicPartition, Long> ends,
			Map<TopicPartition, Tally> stored) {
		return ends.entrySet()
			.stream()
			.map((end) -> partition(end.getKey(), stored.getOrDefault(end.getKey(), Tally.startingAt(0)).to(),
					end.getValue()))
			.sorted(Comparator.comparing(ProjectionStatus.PartitionStatus::topic)
				.thenComparing(ProjectionStatus.PartitionStatus::partition))
			.toList();
	}

	private static ProjectionStatus.PartitionStatus partition(TopicPartition partition, long next, long end) {
		return new ProjectionStatus.PartitionStatus(partition.topic(), partition.partition(), next, end,
				Math.max(0, end - next));
	}

}
