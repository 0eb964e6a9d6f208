package org.vivavoce.report.api;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.vivavoce.report.generation.GenerationDifferences;

/**
 * How far a projection has read.
 *
 * @param generation which fold of the whole history is live, from 1
 * @param lag records that are not folded yet
 * @param rebuild the one that is going on, or else the last one; null before the first
 * @param previous the generation that was live before, where it is kept
 */
record ProjectionStatus(String projection, int generation, long lag, List<PartitionStatus> partitions,
		@Nullable RebuildStatus rebuild, @Nullable PreviousStatus previous) {

	/**
	 * One partition.
	 *
	 * @param next offset of the next record to fold
	 * @param end offset behind the last record
	 * @param lag records in between
	 */
	record PartitionStatus(String topic, int partition, long next, long end, long lag) {

	}

	/**
	 * A rebuild.
	 *
	 * @param state building, caught-up, swapped, cancelled or rolled-back
	 * @param swap automatic or manual
	 * @param folded of the records that lay on the topics when it began
	 * @param total of these
	 * @param rate folded records per second since it began
	 * @param secondsLeft at that rate; null when it cannot be told
	 * @param compared with the live generation; null until it was
	 * @param endedBy who ended it, and when
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RebuildStatus(int generation, String state, @Nullable String swap, @Nullable String startedBy,
			@Nullable Instant startedAt, @Nullable Instant caughtUpAt, @Nullable Long folded, @Nullable Long total,
			@Nullable Double rate, @Nullable Long secondsLeft, @Nullable Long lag,
			@Nullable GenerationDifferences compared, @Nullable String endedBy, @Nullable Instant endedAt) {

	}

	/**
	 * The generation that was live before.
	 *
	 * @param since when it is no longer
	 * @param lag records that it has not folded yet
	 */
	record PreviousStatus(int generation, Instant since, long lag) {

	}

}
