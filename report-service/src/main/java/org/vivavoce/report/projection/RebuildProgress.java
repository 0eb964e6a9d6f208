package org.vivavoce.report.projection;

import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import org.vivavoce.platform.projection.TopicEnds;
import org.vivavoce.platform.reconciliation.Tally;
import org.vivavoce.report.generation.Build;

/**
 * How far the generations have come.
 */
@Component
public class RebuildProgress {

	private final GenerationCollections collections;

	private final TopicEnds ends;

	RebuildProgress(GenerationCollections collections, TopicEnds ends) {
		this.collections = collections;
		this.ends = ends;
	}

	/**
	 * Records that a generation has not folded yet.
	 */
	public Mono<Long> lag(int generation) {
		// the offsets first: what comes meanwhile counts as lag
		return this.collections.offsets(generation).all().zipWhen((stored) -> this.ends.latest(), RebuildProgress::lag);
	}

	private static long lag(Map<TopicPartition, Tally> stored, Map<TopicPartition, Long> ends) {
		return ends.entrySet()
			.stream()
			.mapToLong((end) -> Math.max(0, end.getValue() - next(stored, end.getKey())))
			.sum();
	}

	/**
	 * Of the records that lay on the topics when the build began, those that are folded.
	 */
	public Mono<Long> folded(Build build) {
		return this.collections.offsets(build.generation())
			.all()
			.map((stored) -> build.ranges()
				.stream()
				.mapToLong((each) -> Math.clamp(next(stored, new TopicPartition(each.topic(), each.partition())),
						each.from(), each.to()) - each.from())
				.sum());
	}

	private static long next(Map<TopicPartition, Tally> stored, TopicPartition partition) {
		Tally tally = stored.get(partition);
		return (tally != null) ? tally.to() : 0;
	}

}
