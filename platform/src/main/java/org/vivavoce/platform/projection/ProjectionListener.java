package org.vivavoce.platform.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 * done before the next is polled. Records that cannot be read or applied are set aside,
 * so every failure is an outage of the store or the broker; the container repeats the
 * batch until it succeeds.
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

	private final Clock clock;

	private final ParkedRecords parked;

	ProjectionListener(Projection<S> projection, StoredPositions positions, Checkpoints checkpoints,
			ParkedRecords parked, int checkpointEvery, DeadLetters deadLetters, EventCodec codec,
			ProjectionMeters meters, ProjectionProgress projectionProgress, Traces traces, Clock clock) {
		this.projection = projection;
		this.fold = new BatchFold<>(projection, meters, clock);
		this.positions = positions;
		this.checkpoints = checkpoints;
		this.parked = parked;
		this.clock = clock;
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
				this.codec, this.projection::documentId, before, this.checkpointEvery);
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
		Folded<S> folded = this.fold.fold(batch.events());
		if (!folded.touched().isEmpty()) {
			this.meters.timed(Step.PUBLISH, this.projection.written(folded.touched()))
				.contextWrite((context) -> Traces.with(context, spans.causes()))
				.block(TIMEOUT);
		}
		setAside(batch.unreadable(), folded.unwritable());
		this.meters.count(batch, folded.unwritable());
		this.checkpoints.write(batch.checkpoints()).block(TIMEOUT);
		this.positions.advance(before, this.positions.reached(batch.next(), consumer), consumer);
		this.fold.finished(folded);
	}

	private void setAside(List<Batch.Unreadable> unreadable, List<Unwritable> unwritable) {
		List<DeadLetters.Rejected> rejected = new ArrayList<>();
		if (!unreadable.isEmpty()) {
			unreadable.forEach((each) -> tell("Cannot read", each.message(), each.reason()));
			if (this.projection.deadLetters()) {
				unreadable.stream().map(DeadLetters.Rejected::of).forEach(rejected::add);
			}
		}
		if (!unwritable.isEmpty()) {
			unwritable.forEach((each) -> tell("Cannot apply", each.message(), each.reason()));
			this.parked.write(unwritable, this.clock.instant()).block(TIMEOUT);
			if (this.projection.deadLettersOfItsOwn()) {
				unwritable.stream().map(DeadLetters.Rejected::of).forEach(rejected::add);
			}
		}
		if (!rejected.isEmpty()) {
			this.deadLetters.publish(rejected).block(TIMEOUT);
		}
	}

	private void tell(String what, ConsumerRecord<byte[], byte[]> message, String reason) {
		logger.warn(what + " " + message.topic() + "-" + message.partition() + "@" + message.offset() + " in "
				+ this.projection.name() + ": " + reason);
	}

	private static Instant newest(List<ConsumerRecord<byte[], byte[]>> messages) {
		return Instant.ofEpochMilli(messages.stream().mapToLong(ConsumerRecord::timestamp).max().orElse(0));
	}

}
