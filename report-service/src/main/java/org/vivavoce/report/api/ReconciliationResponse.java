package org.vivavoce.report.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.apache.kafka.common.TopicPartition;

import org.vivavoce.platform.reconciliation.RecordDigest;
import org.vivavoce.platform.reconciliation.Tally;

/**
 * What a projection has applied, by partition.
 */
@Schema(name = "Reconciled")
record ReconciliationResponse(String projection, List<Partition> partitions) {

	/**
	 * One partition.
	 *
	 * @param from first offset that counts
	 * @param to offset behind the last record that counts
	 * @param applied records that keep the contract
	 * @param digest of these, 64 hexadecimal digits
	 * @param unreadable records that break it
	 * @param unreadableDigest of those
	 */
	record Partition(String topic, int partition, long from, long to, long applied, String digest, long unreadable,
			String unreadableDigest) {

	}

	static ReconciliationResponse of(String projection, Map<TopicPartition, Tally> tallies) {
		return new ReconciliationResponse(projection,
				tallies.entrySet()
					.stream()
					.map((entry) -> partition(entry.getKey(), entry.getValue()))
					.sorted(Comparator.comparing(Partition::topic).thenComparing(Partition::partition))
					.toList());
	}

	private static Partition partition(TopicPartition partition, Tally tally) {
		return new Partition(partition.topic(), partition.partition(), tally.from(), tally.to(), tally.applied(),
				RecordDigest.hex(tally.digest()), tally.unreadable(), RecordDigest.hex(tally.unreadableDigest()));
	}

}
