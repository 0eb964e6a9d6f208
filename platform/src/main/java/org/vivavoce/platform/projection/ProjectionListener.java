package org.vivavoce.platform.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;

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
final class ProjectionListener<S> implements BatchConsumerAwareMessageListener<byte[], byte[]> {

	private static final Log logger = LogFactory.getLog(ProjectionListener.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private final Projection<S> projection;

	private final BatchFold<S> fold;

	private final StoredPositions positions;

	private final Checkpoints checkpoints;

	private final int checkpointEvery;

	private final DeadLetters deadLetters;

	private final EventCodec codec;

	private final ProjectionMeters meters;

	private final ProjectionProgress projectionProgress;

	private final Traces traces;

	ProjectionListener(Projection<S> projection, StoredPositions positions, Checkpoints checkpoints,
			int checkpointEvery, DeadLetters deadLetters, EventCodec codec, ProjectionMeters meters,
			ProjectionProgress projectionProgress, Traces traces) {
		this.projection = projection;
		this.fold = new BatchFold<>(projection, meters);
		this.positions = positions;
		this.checkpoints = checkpoints;
		this.checkpointEvery = checkpointEvery;
		this.deadLetters = deadLetters;
		this.codec = codec;
		this.meters = meters;
		this.projectionProgress = projectionProgress;
		this.traces = traces;
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> messages, @Nullable Consumer<?, ?> consumer) {
		if (consumer == null) {
			throw new IllegalStateException("The container gives the consumer");
		}
		this.projectionProgress.polled(consumer);
		if (!this.positions.usable(messages, consumer)) {
			return;
		}
		Map<TopicPartition, Tally> before = this.positions.now();
		Batch batch = Batch.decode(
				messages.stream().filter((message) -> before.containsKey(StoredPositions.partition(message))).toList(),
				this.codec, before, this.checkpointEvery);
		if (!batch.next().isEmpty()) {
			processTraced(batch, before, consumer);
			this.projectionProgress.applied(newest(messages));
		}
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
		this.positions.advance(before, batch.next(), consumer);
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

}
