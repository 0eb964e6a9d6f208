package org.vivavoce.report.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.projection.TopicEnds;
import org.vivavoce.report.generation.Build;
import org.vivavoce.report.generation.GenerationStore;
import org.vivavoce.report.generation.Generations;
import org.vivavoce.report.generation.RebuildProperties;

/**
 * What operators may do with generations. Each is a change of the document that all
 * instances follow, refused with {@link ProblemTypes#CONFLICT} when the generations do
 * not allow it.
 */
@Component
public class Rebuilds {

	private final GenerationStore generations;

	private final RebuildProgress progress;

	private final TopicEnds ends;

	private final RebuildProperties properties;

	Rebuilds(GenerationStore generations, RebuildProgress progress, TopicEnds ends, RebuildProperties properties) {
		this.generations = generations;
		this.progress = progress;
		this.ends = ends;
		this.properties = properties;
	}

	public Mono<Generations> now() {
		return this.generations.load();
	}

	/**
	 * Begin to fold everything anew.
	 * @param manual whether somebody has to ask for the swap
	 */
	public Mono<Generations> start(String by, boolean manual) {
		return Mono.zip(this.ends.earliest(), this.ends.latest(), Rebuilds::ranges)
			.flatMap((ranges) -> this.generations
				.change((current) -> current.start(by, this.generations.now(), manual, ranges)));
	}

	private static List<Build.OffsetRange> ranges(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
		return to.entrySet()
			.stream()
			.map((end) -> new Build.OffsetRange(end.getKey().topic(), end.getKey().partition(),
					from.getOrDefault(end.getKey(), 0L), end.getValue()))
			.toList();
	}

	/**
	 * Read the new generation, whatever the comparison says.
	 */
	public Mono<Generations> swap(String by) {
		return this.generations.change((current) -> current.swap(by, this.generations.now(), this.properties.grace()));
	}

	/**
	 * Read the previous generation again, if it has kept up.
	 */
	public Mono<Generations> rollBack(String by) {
		return now().flatMap((current) -> {
			Generations.Previous previous = current.previous();
			return (previous != null) ? this.progress.lag(previous.generation()) : Mono.just(0L);
		}).doOnNext((lag) -> {
			if (lag > this.properties.maxLag()) {
				throw new ProblemException(ProblemTypes.CONFLICT,
						"The previous generation is " + lag + " records behind, try again")
					.retryAfter(Duration.ofSeconds(5));
			}
		})
			.flatMap((lag) -> this.generations
				.change((current) -> current.rollBack(by, this.generations.now(), this.properties.grace())));
	}

	public Mono<Generations> cancel(String by) {
		return this.generations.change((current) -> current.cancel(by, this.generations.now()));
	}

	/**
	 * Keep the previous generation no longer.
	 */
	public Mono<Generations> discard() {
		return this.generations.change((current) -> current.discard(this.generations.now()));
	}

}
