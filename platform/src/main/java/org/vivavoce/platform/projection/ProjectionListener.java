package org.vivavoce.platform.projection;

import java.time.Duration;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.platform.projection.ProjectionMeters.Step;
import org.vivavoce.platform.reconciliation.Checkpoints;
import org.vivavoce.platform.reconciliation.Tally;
import org.vivavoce.platform.tracing.Traces;

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

	private final Checkpoints checkpoints;

	private final int checkpointEvery;

	private final DeadLetters deadLetters;

	private final EventCodec codec;

	private final ProjectionMeters meters;

	private final ProjectionProgress projectionProgress;

	private final Traces traces;

	/**
	 * What this reader believes to be stored. A partition that is missing here is looked
	 * up before its records are used.
	 */
	private final Map<TopicPartition, Tally> stored;

	ProjectionListener(Projection<S> projection, Offsets offsets, Checkpoints checkpoints, int checkpointEvery,
			DeadLetters deadLetters, EventCodec codec, ProjectionMeters meters, ProjectionProgress projectionProgress,
			Traces traces) {
		this.projection = projection;
		this.fold = new BatchFold<>(projection, meters);
		this.offsets = offsets;
		this.checkpoints = checkpoints;
		this.checkpointEvery = checkpointEvery;
		this.deadLetters = deadLetters;
		this.codec = codec;
		this.meters = meters;
		this.projectionProgress = projectionProgress;
		this.traces = traces;
		this.stored = projectionProgress.stored();
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> messages, @Nullable Consumer<?, ?> consumer) {
		if (consumer == null) {
			throw new IllegalStateException("The container gives the consumer");
		}
		this.projectionProgress.polled(consumer);
		if (seekUnknown(consumer)) {
			// nothing of this batch is used: it may lie behind what was not read yet
			rewind(messages, consumer);
			return;
		}
		Map<TopicPartition, Tally> before = Map.copyOf(this.stored);
		Batch batch = Batch.decode(
				messages.stream().filter((message) -> before.containsKey(partition(message))).toList(), this.codec,
				before, this.checkpointEvery);
		if (!batch.next().isEmpty()) {
			processTraced(batch, before, consumer);
			this.projectionProgress.applied(newest(messages));
		}
	}

	private void rewind(List<ConsumerRecord<byte[], byte[]>> messages, Consumer<?, ?> consumer) {
		messages.stream().map(ProjectionListener::partition).distinct().forEach((partition) -> {
			Tally tally = this.stored.get(partition);
			if (tally != null) {
				consumer.seek(partition, tally.to());
			}
		});
	}

	private void processTraced(Batch batch, Map<TopicPartition, Tally> before, Consumer<?, ?> consumer) {
		try (BatchTraces spans = BatchTraces.begin(this.traces, this.projection.name(), batch)) {
			try {
				process(batch, before, consumer, spans);
			}
			catch (RuntimeException ex) {
				spans.failed(ex);
				throw ex;
			}
		}
	}

	private void process(Batch batch, Map<TopicPartition, Tally> before, Consumer<?, ?> consumer, BatchTraces spans) {
		var touched = this.fold.fold(batch.events()).block(TIMEOUT);
		if (touched != null && !touched.isEmpty()) {
			this.meters.timed(Step.PUBLISH, this.projection.written(touched))
				.contextWrite((context) -> Traces.with(context, spans.causes()))
				.block(TIMEOUT);
		}
		setAside(batch.unreadable());
		this.meters.count(batch);
		this.checkpoints.write(batch.checkpoints()).block(TIMEOUT);
		if (Boolean.TRUE.equals(this.offsets.advance(before, batch.next()).block(TIMEOUT))) {
			this.stored.putAll(batch.next());
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
		if (!unreadable.isEmpty() && this.projection.deadLetters()) {
			this.deadLetters.publish(unreadable).block(TIMEOUT);
		}
	}

	private static Instant newest(List<ConsumerRecord<byte[], byte[]>> messages) {
		return Instant.ofEpochMilli(messages.stream().mapToLong(ConsumerRecord::timestamp).max().orElse(0));
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
		Map<TopicPartition, Tally> now = load(consumer.assignment());
		if (!now.equals(known(consumer))) {
			logger.info("Reading " + this.projection.name() + " from the offsets in the database");
			seekStored(consumer);
		}
	}

	private Map<TopicPartition, Tally> known(Consumer<?, ?> consumer) {
		Map<TopicPartition, Tally> known = new HashMap<>(this.stored);
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

	private static TopicPartition partition(ConsumerRecord<?, ?> message) {
		return new TopicPartition(message.topic(), message.partition());
	}

}
