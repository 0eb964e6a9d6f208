package org.vivavoce.report.api;

import java.util.List;

/**
 * How far a projection has read.
 *
 * @param generation which fold of the whole history is live, from 1
 * @param lag records that are not folded yet
 */
record ProjectionStatus(String projection, int generation, long lag, List<PartitionStatus> partitions) {

	/**
	 * One partition.
	 *
	 * @param next offset of the next record to fold
	 * @param end offset behind the last record
	 * @param lag records in between
	 */
	record PartitionStatus(String topic, int partition, long next, long end, long lag) {

	}

}
