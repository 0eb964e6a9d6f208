package org.vivavoce.platform.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

import org.vivavoce.platform.reconciliation.Tally;

/**
 * Where a reader goes on: the offsets in the database, and what it believes them to be. A
 * partition whose offset it does not know is looked up before its records are used.
 * Everything here is called on the consumer's thread, and waits up to 60 s for the store.
 */
final class StoredPositions implements ConsumerAwareRebalanceListener {

	private static final Log logger = LogFactory.getLog(StoredPositions.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private final String name;

	private final Offsets offsets;

	private final Map<TopicPartition, Tally> stored;

	/**
	 * Positions of a reader.
	 * @param name of the reader, for the log
	 * @param stored where they are kept, for others to look at
	 */
	StoredPositions(String name, Offsets offsets, Map<TopicPartition, Tally> stored) {
		this.name = name;
		this.offsets = offsets;
		this.stored = stored;
	}

	static TopicPartition partition(ConsumerRecord<?, ?> message) {
		return new TopicPartition(message.topic(), message.partition());
	}

	/**
	 * A copy of what this reader believes to be stored.
	 */
	Map<TopicPartition, Tally> now() {
		return Map.copyOf(this.stored);
	}

	/**
	 * Whether a poll may be used. Where it may lie behind what was not read yet, the
	 * consumer is set back, and the records come again.
	 */
	boolean usable(List<ConsumerRecord<byte[], byte[]>> messages, Consumer<?, ?> consumer) {
		if (!seekUnknown(consumer)) {
			return true;
		}
		messages.stream().map(StoredPositions::partition).distinct().forEach((partition) -> {
			Tally tally = this.stored.get(partition);
			if (tally != null) {
				consumer.seek(partition, tally.to());
			}
		});
		return false;
	}

	/**
	 * Store the next offsets. Where somebody else has moved the stored ones meanwhile,
	 * the consumer goes on from those.
	 */
	void advance(Map<TopicPartition, Tally> before, Map<TopicPartition, Tally> next, Consumer<?, ?> consumer) {
		if (Boolean.TRUE.equals(this.offsets.advance(before, next).block(TIMEOUT))) {
			this.stored.putAll(next);
			return;
		}
		logger.warn("The stored offsets of " + this.name
				+ " are not where this reader left them: reading on from the stored ones");
		seekStored(consumer);
	}

	/**
	 * While nothing arrives: notice a database that was set back, or a partition whose
	 * committed offset is behind records that the database misses.
	 */
	void onIdle(Consumer<?, ?> consumer) {
		try {
			Map<TopicPartition, Tally> known = new HashMap<>(this.stored);
			known.keySet().retainAll(consumer.assignment());
			if (!load(consumer.assignment()).equals(known)) {
				logger.info("Reading " + this.name + " from the offsets in the database");
				seekStored(consumer);
			}
		}
		catch (RuntimeException ex) {
			logger.warn("The stored offsets of " + this.name + " cannot be compared now: " + ex.getMessage());
		}
	}

	@Override
	public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		partitions.forEach(this.stored::remove);
		try {
			seekUnknown(consumer);
		}
		catch (RuntimeException ex) {
			// looked up with the first batch, which the container repeats
			logger.warn("The offsets of " + this.name + " cannot be read yet: " + ex.getMessage());
		}
	}

	@Override
	public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		partitions.forEach(this.stored::remove);
	}

	@Override
	public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		partitions.forEach(this.stored::remove);
	}

	private void seekStored(Consumer<?, ?> consumer) {
		consumer.assignment().forEach(this.stored::remove);
		seekUnknown(consumer);
	}

	/**
	 * Move to the stored offsets where this reader does not know them yet.
	 * @return whether there was such a partition
	 */
	private boolean seekUnknown(Consumer<?, ?> consumer) {
		Collection<TopicPartition> unknown = new HashSet<>(consumer.assignment());
		unknown.removeAll(this.stored.keySet());
		if (unknown.isEmpty()) {
			return false;
		}
		Map<TopicPartition, Tally> tallies = load(unknown);
		tallies.forEach((partition, tally) -> consumer.seek(partition, tally.to()));
		this.stored.putAll(tallies);
		return true;
	}

	private Map<TopicPartition, Tally> load(Collection<TopicPartition> partitions) {
		Map<TopicPartition, Tally> tallies = this.offsets.load(partitions).block(TIMEOUT);
		if (tallies == null) {
			throw new IllegalStateException("No answer from the store");
		}
		return tallies;
	}

}
