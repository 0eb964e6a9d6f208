package org.vivavoce.report.generation;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A generation that is being made.
 *
 * @param manual whether somebody has to ask for the swap
 * @param ranges what lay on the topics when it began
 * @param seeded whether it knows who was forgotten; nothing is folded before
 * @param caughtUpAt since when it keeps up with the topics; null while it does not
 * @param compared with the live generation; null until it was
 */
public record Build(int generation, String startedBy, Instant startedAt, boolean manual,
		@JsonProperty("stretches") List<OffsetRange> ranges, boolean seeded, @Nullable Instant caughtUpAt,
		@Nullable GenerationDifferences compared) {

	public Build {
		ranges = List.copyOf(ranges);
	}

	/**
	 * What lay on a partition.
	 *
	 * @param from first offset
	 * @param to offset behind the last
	 */
	public record OffsetRange(String topic, int partition, long from, long to) {

	}

	static Build start(int generation, String by, Instant now, boolean manual, List<OffsetRange> ranges) {
		return new Build(generation, by, now, manual, ranges, false, null, null);
	}

	Build withSeed() {
		return new Build(this.generation, this.startedBy, this.startedAt, this.manual, this.ranges, true,
				this.caughtUpAt, this.compared);
	}

	Build caughtUp(@Nullable Instant since) {
		return new Build(this.generation, this.startedBy, this.startedAt, this.manual, this.ranges, this.seeded, since,
				this.compared);
	}

	Build with(GenerationDifferences comparison) {
		return new Build(this.generation, this.startedBy, this.startedAt, this.manual, this.ranges, this.seeded,
				this.caughtUpAt, comparison);
	}

	/**
	 * Records that lay on the topics when it began.
	 */
	public long total() {
		return this.ranges.stream().mapToLong((each) -> each.to() - each.from()).sum();
	}

	/**
	 * What is kept of it when it is over.
	 */
	Build ended() {
		return new Build(this.generation, this.startedBy, this.startedAt, this.manual, List.of(), this.seeded,
				this.caughtUpAt, this.compared);
	}

	/**
	 * Whether it may be read from now on without anybody's decision.
	 */
	public boolean swapsByItself() {
		return !this.manual && this.caughtUpAt != null && this.compared != null && this.compared.same();
	}

}
