package org.vivavoce.platform.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import org.vivavoce.contracts.Decoded;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.EventCodec;
import org.vivavoce.platform.reconciliation.Tally;

/**
 * The records of one poll, each decoded alone.
 *
 * @param events by the document that they are folded into
 * @param next how far the partitions are read with the batch
 * @param checkpoints how far they were read at round numbers of records
 */
record Batch(Map<String, List<Readable>> events, List<Unreadable> unreadable, Map<TopicPartition, Tally> next,
		List<Map.Entry<TopicPartition, Tally>> checkpoints) {

	/**
	 * A record that keeps the contract.
	 */
	record Readable(ConsumerRecord<byte[], byte[]> message, Envelope envelope) {

		/**
		 * Whether it takes away instead of adding.
		 */
		boolean isTombstone() {
			return this.message.value() == null;
		}

	}

	/**
	 * A record that breaks the contract.
	 */
	record Unreadable(ConsumerRecord<byte[], byte[]> message, String reason) {

	}

	/**
	 * Decode what was polled.
	 * @param documentId which document an event is folded into
	 * @param stored how far the partitions were read before
	 * @param checkpointEvery after so many records of a partition there is a checkpoint
	 */
	static Batch decode(List<ConsumerRecord<byte[], byte[]>> messages, EventCodec codec,
			Function<Event, String> documentId, Map<TopicPartition, Tally> stored, int checkpointEvery) {
		Batch batch = new Batch(new LinkedHashMap<>(), new ArrayList<>(), new HashMap<>(), new ArrayList<>());
		for (ConsumerRecord<byte[], byte[]> message : messages) {
			Decoded decoded = codec.decode(message);
			switch (decoded) {
				case Decoded.Read read ->
					batch.events.computeIfAbsent(documentId.apply(read.envelope().event()), (id) -> new ArrayList<>())
						.add(new Readable(message, read.envelope()));
				case Decoded.Unreadable unreadable ->
					batch.unreadable.add(new Unreadable(message, unreadable.reason()));
			}
			TopicPartition partition = new TopicPartition(message.topic(), message.partition());
			Tally before = batch.next.getOrDefault(partition, stored.getOrDefault(partition, Tally.startingAt(0)));
			Tally after = before.plus(message, decoded instanceof Decoded.Read);
			batch.next.put(partition, after);
			if (after != before && after.records() % checkpointEvery == 0) {
				batch.checkpoints.add(Map.entry(partition, after));
			}
		}
		return batch;
	}

	/**
	 * The events in parts that touch so many documents each at most.
	 */
	List<Map<String, List<Readable>>> parts(int documents) {
		List<Map<String, List<Readable>>> parts = new ArrayList<>();
		Map<String, List<Readable>> part = new LinkedHashMap<>();
		for (Map.Entry<String, List<Readable>> each : this.events.entrySet()) {
			if (part.size() == documents) {
				parts.add(part);
				part = new LinkedHashMap<>();
			}
			part.put(each.getKey(), each.getValue());
		}
		if (!part.isEmpty()) {
			parts.add(part);
		}
		return parts;
	}

}
