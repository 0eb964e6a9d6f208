package org.vivavoce.platform.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

import org.vivavoce.contracts.EventCodec;

/**
 * Keeps one projection up to date. It blocks the consumer's thread on purpose: a batch is
 * done before the next is polled. Every failure is the store's or the broker's, because
 * records that cannot be read are set aside before; the container repeats the batch until
 * it succeeds.
 *
 * @param <S> the state that the events fold into
 */
final class ProjectionListener<S>
		implements BatchConsumerAwareMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {

	private static final Log logger = LogFactory.getLog(ProjectionListener.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private final Projection<S> projection;

	private final BatchFold<S> fold;

	private final Offsets offsets;

	private final DeadLetters deadLetters;

	private final EventCodec codec;

	private final MeterRegistry meters;

	/**
	 * What this reader believes to be stored. A partition that is missing here is looked
	 * up before its records are used.
	 */
	private final Map<TopicPartition, Long> stored = new ConcurrentHashMap<>();

	ProjectionListener(Projection<S> projection, Offsets offsets, DeadLetters deadLetters, EventCodec codec,
			MeterRegistry meters) {
		this.projection = projection;
		this.fold = new BatchFold<>(projection);
		this.offsets = offsets;
		this.deadLetters = deadLetters;
		this.codec = codec;
		this.meters = meters;
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> messages, @Nullable Consumer<?, ?> consumer) {
		if (consumer == null) {
			throw new IllegalStateException("The container gives the consumer");
		}
		if (seekUnknown(consumer)) {
			// nothing of this batch is used: it may lie behind what was not read yet
			rewind(messages, consumer);
			return;
		}
		Batch batch = Batch.decode(
				messages.stream().filter((message) -> this.stored.containsKey(partition(message))).toList(),
				this.codec);
		if (!batch.next().isEmpty()) {
			process(batch, consumer);
		}
	}

	private void rewind(List<ConsumerRecord<byte[], byte[]>> messages, Consumer<?, ?> consumer) {
		messages.stream().map(ProjectionListener::partition).distinct().forEach((partition) -> {
			Long offset = this.stored.get(partition);
			if (offset != null) {
				consumer.seek(partition, offset);
			}
		});
	}

	private void process(Batch batch, Consumer<?, ?> consumer) {
		var touched = this.fold.fold(batch.events()).block(TIMEOUT);
		if (touched != null && !touched.isEmpty()) {
			this.projection.written(touched).block(TIMEOUT);
		}
		setAside(batch.unreadable());
		count(batch);
		Map<TopicPartition, Long> next = new HashMap<>(batch.next());
		// a replay of what is stored already never moves an offset back
		next.replaceAll((partition, offset) -> Math.max(offset, this.stored.getOrDefault(partition, 0L)));
		if (Boolean.TRUE.equals(this.offsets.advance(this.stored, next).block(TIMEOUT))) {
			this.stored.putAll(next);
		}
		else {
			logger.warn("The stored offsets of " + this.projection.name()
					+ " are not where this reader left them: reading on from the stored ones");
			seekStored(consumer);
		}
	}

	private void setAside(List<Batch.Unreadable> unreadable) {
		for (Batch.Unreadable each : unreadable) {
			logger.warn("Cannot read " + each.message().topic() + "-" + each.message().partition() + "@"
					+ each.message().offset() + ": " + each.reason());
		}
		if (this.projection.deadLetters() && !unreadable.isEmpty()) {
			this.deadLetters.publish(unreadable).block(TIMEOUT);
		}
	}

	private void count(Batch batch) {
		int read = batch.events().values().stream().mapToInt(List::size).sum();
		this.meters.counter("vivavoce.projection.events", "projection", this.projection.name(), "outcome", "applied")
			.increment(read);
		this.meters.counter("vivavoce.projection.events", "projection", this.projection.name(), "outcome", "unreadable")
			.increment(batch.unreadable().size());
	}

	@Override
	public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
		partitions.forEach(this.stored::remove);
		try {
			seekUnknown(consumer);
		}
		catch (RuntimeException ex) {
			logger.warn("The offsets of " + this.projection.name() + " cannot be read yet: " + ex.getMessage());
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

	/**
	 * While nothing arrives: notice a database that was set back.
	 */
	void onIdle(Consumer<?, ?> consumer) {
		Map<TopicPartition, Long> now = load(consumer.assignment());
		if (!now.equals(known(consumer))) {
			logger.info("Reading " + this.projection.name() + " from the offsets in the database");
			seekStored(consumer);
		}
	}

	private Map<TopicPartition, Long> known(Consumer<?, ?> consumer) {
		Map<TopicPartition, Long> known = new HashMap<>(this.stored);
		known.keySet().retainAll(consumer.assignment());
		return known;
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
		Map<TopicPartition, Long> offsets = load(unknown);
		offsets.forEach(consumer::seek);
		this.stored.putAll(offsets);
		return true;
	}

	private Map<TopicPartition, Long> load(Collection<TopicPartition> partitions) {
		Map<TopicPartition, Long> offsets = this.offsets.load(partitions).block(TIMEOUT);
		if (offsets == null) {
			throw new IllegalStateException("No answer from the store");
		}
		return offsets;
	}

	private static TopicPartition partition(ConsumerRecord<?, ?> message) {
		return new TopicPartition(message.topic(), message.partition());
	}

}
