package org.vivavoce.platform.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.platform.problem.Printable;
import org.vivavoce.platform.projection.ProjectionMeters.Step;
import org.vivavoce.platform.reconciliation.Checkpoints;
import org.vivavoce.platform.reconciliation.Tally;
import org.vivavoce.platform.store.Stored;
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

	private static final int TOLD_OF_A_BATCH = 5;

	/** A batch may touch thousands; so many are in memory. */
	private static final int DOCUMENTS_AT_ONCE = 500;

	private final Projection<S> projection;

	private final BatchFold<S> fold;

	private final StoredPositions positions;

	private final KnownDocuments<S> known;

	private final Checkpoints checkpoints;

	private final int checkpointEvery;

	private final DeadLetters deadLetters;

	private final EventCodec codec;

	private final ProjectionMeters meters;

	private final ProjectionProgress projectionProgress;

	private final Traces traces;

	private final Clock clock;

	private final ParkedRecords parked;

	private volatile int moves;

	ProjectionListener(Projection<S> projection, StoredPositions positions, KnownDocuments<S> known,
			Checkpoints checkpoints, ParkedRecords parked, int checkpointEvery, DeadLetters deadLetters,
			EventCodec codec, ProjectionMeters meters, ProjectionProgress projectionProgress, Traces traces,
			Clock clock) {
		this.projection = projection;
		this.known = known;
		this.fold = new BatchFold<>(projection, meters, known, clock);
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
		int moved = this.positions.moves();
		if (moved != this.moves) {
			this.known.forgetAll();
			this.moves = moved;
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
		List<Folded<S>> done = new ArrayList<>();
		for (Map<String, List<Batch.Readable>> part : batch.parts(DOCUMENTS_AT_ONCE)) {
			done.add(process(part, spans));
		}
		List<Unwritable> unwritable = done.stream().flatMap((folded) -> folded.unwritable().stream()).toList();
		setAside(batch.unreadable(), unwritable);
		this.meters.count(batch, unwritable);
		this.checkpoints.write(batch.checkpoints()).block(TIMEOUT);
		this.positions.advance(before, this.positions.reached(batch.next(), consumer), consumer);
		done.forEach(this.fold::finished);
	}

	private Folded<S> process(Map<String, List<Batch.Readable>> events, BatchTraces spans) {
		Folded<S> folded = this.fold.fold(events);
		if (!folded.touched().isEmpty()) {
			written(folded.touched(), spans);
		}
		return folded.withoutStates();
	}

	/**
	 * One document that cannot be handed on keeps the others from nothing.
	 */
	private void written(Collection<Stored<S>> touched, BatchTraces spans) {
		try {
			this.meters.timed(Step.PUBLISH, Mono.defer(() -> this.projection.written(touched)))
				.contextWrite((context) -> Traces.with(context, spans.causes()))
				.block(TIMEOUT);
		}
		catch (RuntimeException ex) {
			if (!DocumentFault.isIn(ex)) {
				throw ex;
			}
			if (touched.size() > 1) {
				touched.forEach((each) -> written(List.of(each), spans));
			}
			else {
				logger.error("What has changed in " + this.projection.name() + " of " + touched.iterator().next().id()
						+ " is stored, but not handed on", ex);
				this.meters.notHandedOn();
			}
		}
	}

	private void setAside(List<Batch.Unreadable> unreadable, List<Unwritable> unwritable) {
		List<DeadLetters.Rejected> unreadableLetters = unreadable.stream().map(DeadLetters.Rejected::of).toList();
		List<DeadLetters.Rejected> unwritableLetters = unwritable.stream().map(DeadLetters.Rejected::of).toList();
		List<DeadLetters.Rejected> published = new ArrayList<>();
		if (!unreadable.isEmpty() && this.projection.deadLetters()) {
			published.addAll(unreadableLetters);
		}
		if (!unwritable.isEmpty()) {
			this.parked.write(unwritable, this.clock.instant()).block(TIMEOUT);
			if (this.projection.deadLettersOfItsOwn()) {
				published.addAll(unwritableLetters);
			}
		}
		if (!published.isEmpty()) {
			this.deadLetters.publish(published).block(TIMEOUT);
		}
		tell("Cannot read", unreadableLetters);
		tell("Cannot apply", unwritableLetters);
	}

	/**
	 * A producer that sends nothing else must not fill the log: of one batch the first
	 * are told, and the others are counted.
	 */
	private void tell(String what, List<DeadLetters.Rejected> rejected) {
		rejected.stream().limit(TOLD_OF_A_BATCH).forEach((each) -> {
			ConsumerRecord<byte[], byte[]> message = each.message();
			logger.warn(what + " " + message.topic() + "-" + message.partition() + "@" + message.offset() + " in "
					+ this.projection.name() + ": " + Printable.of(each.reason()));
		});
		if (rejected.size() > TOLD_OF_A_BATCH) {
			logger.warn(what + " " + (rejected.size() - TOLD_OF_A_BATCH) + " more records of the same batch in "
					+ this.projection.name());
		}
	}

	private static Instant newest(List<ConsumerRecord<byte[], byte[]>> messages) {
		return Instant.ofEpochMilli(messages.stream().mapToLong(ConsumerRecord::timestamp).max().orElse(0));
	}

}
