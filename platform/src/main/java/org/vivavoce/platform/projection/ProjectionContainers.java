package org.vivavoce.platform.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.JsonNames;
import org.vivavoce.platform.broker.BrokerClients;
import org.vivavoce.platform.outbox.EventPublisher;
import org.vivavoce.platform.reconciliation.Checkpoints;
import org.vivavoce.platform.topics.TopicCreation;
import org.vivavoce.platform.topics.TopicsAwareStart;
import org.vivavoce.platform.tracing.Traces;

/**
 * Runs the projections of a service from the moment that the topics exist.
 */
public final class ProjectionContainers implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(ProjectionContainers.class);

	private static final int FETCHED = 8 << 20;

	private final List<Projection<?>> projections;

	private final TopicsAwareStart start;

	private final Map<String, Object> consumerConfig;

	private final TopicIds topicIds;

	private final ProjectionProperties properties;

	private final EventCodec codec;

	private final EventPublisher publisher;

	private final ReactiveMongoDatabaseFactory databases;

	private final MeterRegistry meters;

	private final Clock clock;

	private final Traces traces;

	private final Map<String, Observed> observed = new ConcurrentHashMap<>();

	private final Map<String, ConcurrentMessageListenerContainer<byte[], byte[]>> containers = new HashMap<>();

	private boolean topicsExist;

	private volatile boolean running;

	/**
	 * A projection as it is seen from outside.
	 */
	private record Observed(ProjectionProgress progress, ProjectionMeters meters) {

	}

	public ProjectionContainers(List<Projection<?>> projections, TopicCreation topicCreation, BrokerClients clients,
			ProjectionProperties properties, EventCodec codec, EventPublisher publisher,
			ReactiveMongoDatabaseFactory databases, MeterRegistry meters, Clock clock, Traces traces) {
		this.projections = projections;
		this.start = new TopicsAwareStart("projections", topicCreation);
		this.consumerConfig = clients.consumer("projection");
		this.topicIds = new TopicIds(clients.admin("projection"));
		this.properties = properties;
		this.codec = codec;
		this.publisher = publisher;
		this.databases = databases;
		this.meters = meters;
		this.clock = clock;
		this.traces = traces;
	}

	@Override
	public synchronized void start() {
		this.running = true;
		this.start.begin(this::startAll);
	}

	private synchronized void startAll() {
		if (this.running) {
			this.topicsExist = true;
			this.projections.forEach(this::run);
		}
	}

	/**
	 * Keep a projection up to date that comes and goes while the service runs. Does
	 * nothing when one of that name is kept up to date already, or before the topics
	 * exist: then it is to be asked for again.
	 */
	public synchronized void run(Projection<?> projection) {
		if (this.running && this.topicsExist && !this.containers.containsKey(projection.name())) {
			ConcurrentMessageListenerContainer<byte[], byte[]> container = container(projection);
			this.containers.put(projection.name(), container);
			container.start();
		}
	}

	/**
	 * Let go of a projection. Returns when its last batch is done.
	 */
	public synchronized void end(String name) {
		ConcurrentMessageListenerContainer<byte[], byte[]> container = this.containers.remove(name);
		if (container != null) {
			container.stop();
		}
		Observed gone = this.observed.remove(name);
		if (gone != null) {
			gone.meters().remove();
		}
	}

	/**
	 * The names of the projections that this instance keeps up to date.
	 */
	public synchronized Set<String> names() {
		return Set.copyOf(this.containers.keySet());
	}

	private <S> ConcurrentMessageListenerContainer<byte[], byte[]> container(Projection<S> projection) {
		Map<String, Object> config = new HashMap<>(this.consumerConfig);
		config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, this.properties.batchSize());
		// while one batch is folded, the next is fetched: both are in memory
		config.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED);
		// gives the same partitions of all topics, and so all of a candidate, to one
		// consumer
		config.putIfAbsent(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
		Observed observing = this.observed.computeIfAbsent(projection.name(), (name) -> observe(projection));
		ProjectionProgress projectionProgress = observing.progress();
		StoredPositions positions = new StoredPositions(projection.name(),
				new Offsets(this.databases, projection.name()), this.topicIds, projectionProgress.stored(), this.clock);
		ProjectionListener<S> listener = new ProjectionListener<>(projection, positions,
				new KnownDocuments<>(projection.isOnlyWriter() ? this.properties.knownDocuments().toBytes() : 0),
				new Checkpoints(this.databases, projection.name()),
				new ParkedRecords(this.databases, projection.name()), this.properties.checkpointEvery(),
				new DeadLetters(this.publisher, this.codec.topics(), projection.name()), this.codec, observing.meters(),
				projectionProgress, this.traces, this.clock);
		ConcurrentMessageListenerContainer<byte[], byte[]> result = BatchContainers
			.create(new BatchContainers.Reader(projection.name(), this.codec.topics().prefix() + projection.name(),
					projection.consumes().stream().map(this.codec.topics()::name).toList(), listener, positions,
					projectionProgress, projectionProgress::idle), config, this.properties);
		result.setConcurrency(this.properties.concurrency());
		projectionProgress.begins(() -> result.isRunning() && result.isInExpectedState());
		return result;
	}

	private Observed observe(Projection<?> projection) {
		ProjectionProgress projectionProgress = new ProjectionProgress(this.clock);
		return new Observed(projectionProgress,
				new ProjectionMeters(this.meters, projection, this.codec.topics(), projectionProgress));
	}

	/**
	 * How the projections do that should be kept up to date here, by name; none before
	 * the topics exist.
	 */
	Map<String, Status> statuses() {
		Map<String, Status> statuses = new TreeMap<>();
		this.observed.forEach((name, each) -> statuses.put(name,
				new Status(each.progress().condition(this.properties.patience()), each.progress().lag(),
						Duration.ofMillis((long) (each.progress().stalledFor() * 1000)), each.progress().stall())));
		return statuses;
	}

	/**
	 * How one projection does.
	 *
	 * @param lag events that wait
	 * @param stalledFor how long the present batch has been failing
	 * @param stall why it fails; null while all is well
	 */
	record Status(Condition condition, long lag, Duration stalledFor, @Nullable Stall stall) {

		Map<String, Object> details() {
			Map<String, Object> details = new LinkedHashMap<>();
			details.put("condition", JsonNames.of(this.condition));
			details.put("lag", this.lag);
			if (this.stall != null) {
				details.put("failingFor", this.stalledFor.toString());
				details.put("cause", this.stall.cause());
				details.put("waiting", this.stall.waiting());
			}
			return details;
		}

	}

	@Override
	public void stop() {
		this.start.cancel();
		synchronized (this) {
			this.running = false;
			this.containers.values().forEach(ConcurrentMessageListenerContainer::stop);
			this.containers.clear();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 100;
	}

}
