package org.vivavoce.platform.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import org.vivavoce.contracts.Decoded;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventCodec;

/**
 * The records of one poll, each decoded alone.
 *
 * @param events by candidate
 * @param next the offsets behind the batch
 */
record Batch(Map<String, List<Envelope>> events, List<Unreadable> unreadable, Map<TopicPartition, Long> next) {

	/**
	 * A record that breaks the contract.
	 */
	record Unreadable(ConsumerRecord<byte[], byte[]> message, String reason) {

	}

	static Batch decode(List<ConsumerRecord<byte[], byte[]>> messages, EventCodec codec) {
		Batch batch = new Batch(new LinkedHashMap<>(), new ArrayList<>(), new HashMap<>());
		for (ConsumerRecord<byte[], byte[]> message : messages) {
			switch (codec.decode(message)) {
				case Decoded.Read read ->
					batch.events.computeIfAbsent(read.envelope().event().candidateId(), (id) -> new ArrayList<>())
						.add(read.envelope());
				case Decoded.Unreadable unreadable ->
					batch.unreadable.add(new Unreadable(message, unreadable.reason()));
			}
			batch.next.merge(new TopicPartition(message.topic(), message.partition()), message.offset() + 1, Math::max);
		}
		return batch;
	}

}
