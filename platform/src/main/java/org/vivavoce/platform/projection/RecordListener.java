package org.vivavoce.platform.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

import org.vivavoce.platform.reconciliation.Tally;

/**
 * Hands batches on and stores their offsets behind them. A partition is only read from
 * where the database says; a database that was set back is noticed and read from again.
 */
final class RecordListener
		implements BatchConsumerAwareMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {

	private static final Log logger = LogFactory.getLog(RecordListener.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private final TopicReader.Subscription reading;

	private final Offsets offsets;

	/**
	 * What this reader believes to be stored.
	 */
	private final Map<TopicPartition, Tally> stored = new ConcurrentHashMap<>();

	RecordListener(TopicReader.Subscription reading, Offsets offsets) {
		this.reading = reading;
		this.offsets = offsets;
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> messages, @Nullable Consumer<?, ?> consumer) {
		if (consumer == null) {
			throw new IllegalStateException("The container gives the consumer");
		}
		if (!this.stored.keySet().containsAll(consumer.assignment())) {
			// nothing of this batch is used: it may lie behind what was not read yet
			seekStored(consumer);
			return;
		}
		List<ConsumerRecord<byte[], byte[]>> own = messages.stream()
			.filter((message) -> this.stored.containsKey(partition(message)))
			.toList();
		if (!own.isEmpty()) {
			this.reading.batch().accept(own);
			advance(own, consumer);
		}
	}

	private void advance(List<ConsumerRecord<byte[], byte[]>> messages, Consumer<?, ?> consumer) {
		Map<TopicPartition, Tally> next = new HashMap<>();
		// a replay of what is stored already never moves an offset back
		messages.forEach((message) -> next.compute(partition(message),
				(partition,
						tally) -> ((tally != null) ? tally : this.stored.getOrDefault(partition, Tally.startingAt(0)))
							.plus(message, true)));
		if (Boolean.TRUE.equals(this.offsets.advance(this.stored, next).block(TIMEOUT))) {
			this.stored.putAll(next);
			return;
		}
		logger.warn("The stored offsets of " + this.reading.name()
				+ " are not where this reader left them: reading on from the stored ones");
		seekStored(consumer);
	}

	@Override
	public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		// looked up with the first batch, which the container repeats while the store is
		// away
		partitions.forEach(this.stored::remove);
	}

	@Override
	public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		partitions.forEach(this.stored::remove);
	}

	@Override
	public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		partitions.forEach(this.stored::remove);
	}

	/**
	 * While nothing arrives: notice a database that was set back, or a partition whose
	 * committed offset is behind records that the database misses.
	 */
	void onIdle(Consumer<?, ?> consumer) {
		try {
			Map<TopicPartition, Tally> now = load(consumer.assignment());
			Map<TopicPartition, Tally> known = new HashMap<>(this.stored);
			known.keySet().retainAll(consumer.assignment());
			if (!now.equals(known)) {
				seekStored(consumer);
			}
		}
		catch (RuntimeException ex) {
			logger.warn("The stored offsets of " + this.reading.name() + " cannot be compared now: " + ex.getMessage());
		}
	}

	private void seekStored(Consumer<?, ?> consumer) {
		this.stored.keySet().removeAll(consumer.assignment());
		Map<TopicPartition, Tally> found = load(consumer.assignment());
		found.forEach((partition, tally) -> consumer.seek(partition, tally.to()));
		this.stored.putAll(found);
	}

	private Map<TopicPartition, Tally> load(Collection<TopicPartition> partitions) {
		return Objects.requireNonNull(this.offsets.load(partitions).block(TIMEOUT), "No answer from the store");
	}

	private static TopicPartition partition(ConsumerRecord<?, ?> message) {
		return new TopicPartition(message.topic(), message.partition());
	}

}
