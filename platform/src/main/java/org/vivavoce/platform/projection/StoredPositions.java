package org.vivavoce.platform.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

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

	private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(30);

	private final String name;

	private final Offsets offsets;

	private final TopicIds topicIds;

	private final Map<TopicPartition, Tally> stored;

	private final InstantSource clock;

	/** Of the topics that are read, as far as they are known. */
	private final Map<String, String> ids = new ConcurrentHashMap<>();

	private volatile Instant checked = Instant.MIN;

	private final AtomicInteger moves = new AtomicInteger();

	/**
	 * Positions of a reader.
	 * @param name of the reader, for the log
	 * @param stored where they are kept, for others to look at
	 */
	StoredPositions(String name, Offsets offsets, TopicIds topicIds, Map<TopicPartition, Tally> stored,
			InstantSource clock) {
		this.name = name;
		this.offsets = offsets;
		this.topicIds = topicIds;
		this.stored = stored;
		this.clock = clock;
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
	 * Grows whenever a partition is read from somewhere else than where this reader has
	 * left it: others may have written meanwhile, or the database was set back.
	 */
	int moves() {
		return this.moves.get();
	}

	/**
	 * Whether a poll may be used. Where it may lie behind what was not read yet, the
	 * consumer is set back, and the records come again.
	 */
	boolean usable(List<ConsumerRecord<byte[], byte[]>> messages, Consumer<?, ?> consumer) {
		if (messages.stream().anyMatch(this::isBehind) || isCheckDue()) {
			checkTopics(consumer.assignment());
		}
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
	 * What was read before comes again only where a topic has begun anew.
	 */
	private boolean isBehind(ConsumerRecord<?, ?> message) {
		Tally tally = this.stored.get(partition(message));
		return tally != null && message.offset() < tally.to();
	}

	private boolean isCheckDue() {
		return this.checked.plus(BETWEEN_CHECKS).isBefore(this.clock.instant());
	}

	/**
	 * How far the partitions are read once these records are used: what compaction and
	 * transactions leave behind the last one is passed, too, or it would wait for ever.
	 */
	Map<TopicPartition, Tally> reached(Map<TopicPartition, Tally> next, Consumer<?, ?> consumer) {
		Map<TopicPartition, Tally> reached = new HashMap<>(next);
		for (TopicPartition partition : consumer.assignment()) {
			Tally tally = reached.getOrDefault(partition, this.stored.get(partition));
			if (tally != null && consumer.position(partition) > tally.to()) {
				reached.put(partition, tally.reaching(consumer.position(partition)));
			}
		}
		return reached;
	}

	/**
	 * Store the next offsets. Where somebody else has moved the stored ones meanwhile,
	 * the consumer goes on from those.
	 */
	void advance(Map<TopicPartition, Tally> before, Map<TopicPartition, Tally> next, Consumer<?, ?> consumer) {
		if (Boolean.TRUE.equals(this.offsets.advance(before, next, this.ids).block(TIMEOUT))) {
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
				return;
			}
			if (isCheckDue()) {
				checkTopics(consumer.assignment());
				seekUnknown(consumer);
			}
			Map<TopicPartition, Tally> passed = reached(Map.of(), consumer);
			if (!passed.isEmpty()) {
				advance(now(), passed, consumer);
			}
		}
		catch (WakeupException | InterruptException ex) {
			// the reader stops
			logger.debug("The stored offsets of " + this.name + " are not compared any more", ex);
		}
		catch (RuntimeException ex) {
			logger.warn("The stored offsets of " + this.name + " cannot be compared now: " + ex);
		}
	}

	@Override
	public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		partitions.forEach(this.stored::remove);
		try {
			seekUnknown(consumer);
		}
		catch (WakeupException | InterruptException ex) {
			// the reader stops before it has begun: the consumer ends its poll with this
			throw ex;
		}
		catch (RuntimeException ex) {
			// looked up with the first batch, which the container repeats
			logger.warn("The offsets of " + this.name + " cannot be read yet: " + ex);
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
		this.moves.incrementAndGet();
		checkTopics(unknown);
		Map<TopicPartition, Tally> tallies = load(unknown);
		tallies.forEach((partition, tally) -> consumer.seek(partition, tally.to()));
		sayWhatIsGone(tallies, consumer);
		this.stored.putAll(tallies);
		return true;
	}

	/**
	 * Retention may have removed what was never read here.
	 */
	private void sayWhatIsGone(Map<TopicPartition, Tally> tallies, Consumer<?, ?> consumer) {
		consumer.beginningOffsets(tallies.keySet()).forEach((partition, beginning) -> {
			long next = tallies.getOrDefault(partition, Tally.startingAt(beginning)).to();
			if (next > 0 && beginning > next) {
				logger.error("The records " + next + " to " + (beginning - 1) + " of " + partition
						+ " were removed from the topic before " + this.name
						+ " has read them: what they said is missing");
			}
		});
	}

	/**
	 * Notice topics that were deleted and created again: their offsets begin anew, and
	 * what is stored would skip as many records of the new ones.
	 */
	private void checkTopics(Collection<TopicPartition> partitions) {
		Map<String, String> current = this.topicIds
			.of(partitions.stream().map(TopicPartition::topic).distinct().toList());
		Map<TopicPartition, String> known = Objects.requireNonNull(this.offsets.topicIds(partitions).block(TIMEOUT),
				"the store answers with what it has");
		for (TopicPartition partition : partitions) {
			String now = current.get(partition.topic());
			String before = known.get(partition);
			if (now != null && before != null && !now.equals(before)) {
				logger.error("The topic " + partition.topic() + " was deleted and created again: " + this.name
						+ " reads its partition " + partition.partition() + " from the beginning");
				this.offsets.restart(partition, now).block(TIMEOUT);
				this.stored.remove(partition);
			}
		}
		this.ids.putAll(current);
		this.checked = this.clock.instant();
	}

	private Map<TopicPartition, Tally> load(Collection<TopicPartition> partitions) {
		Map<TopicPartition, Tally> tallies = this.offsets.load(partitions).block(TIMEOUT);
		if (tallies == null) {
			throw new IllegalStateException("No answer from the store");
		}
		return tallies;
	}

}
