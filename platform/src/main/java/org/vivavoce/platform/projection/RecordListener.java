package org.vivavoce.platform.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;

import org.vivavoce.platform.reconciliation.Tally;

/**
 * Hands batches on and stores their offsets behind them. A partition is only read from
 * its stored offset.
 */
final class RecordListener implements BatchConsumerAwareMessageListener<byte[], byte[]> {

	private final TopicReader.Subscription subscription;

	private final StoredPositions positions;

	RecordListener(TopicReader.Subscription subscription, StoredPositions positions) {
		this.subscription = subscription;
		this.positions = positions;
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> messages, @Nullable Consumer<?, ?> consumer) {
		if (consumer == null) {
			throw new IllegalStateException("The container gives the consumer");
		}
		if (!this.positions.usable(messages, consumer)) {
			return;
		}
		Map<TopicPartition, Tally> before = this.positions.now();
		List<ConsumerRecord<byte[], byte[]>> own = messages.stream()
			.filter((message) -> before.containsKey(StoredPositions.partition(message)))
			.toList();
		if (!own.isEmpty()) {
			this.subscription.batch().accept(own);
			this.positions.advance(before, this.positions.reached(next(own, before), consumer), consumer);
		}
	}

	/**
	 * A replay of what is stored already never moves an offset back.
	 */
	private static Map<TopicPartition, Tally> next(List<ConsumerRecord<byte[], byte[]>> messages,
			Map<TopicPartition, Tally> before) {
		Map<TopicPartition, Tally> next = new HashMap<>();
		messages.forEach((message) -> next.compute(StoredPositions.partition(message),
				(partition, tally) -> ((tally != null) ? tally : before.getOrDefault(partition, Tally.startingAt(0)))
					.plus(message, true)));
		return next;
	}

}
