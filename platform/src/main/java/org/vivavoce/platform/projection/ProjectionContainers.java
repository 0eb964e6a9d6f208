package org.vivavoce.platform.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.platform.outbox.EventPublisher;
import org.vivavoce.platform.reconciliation.Checkpoints;
import org.vivavoce.platform.topics.TopicCreation;
import org.vivavoce.platform.tracing.Traces;

/**
 * Runs the projections of a service from the moment that the topics exist.
 */
public final class ProjectionContainers implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(ProjectionContainers.class);

	private final List<Projection<?>> projections;

	private final TopicCreation topicCreation;

	private final Map<String, Object> consumerConfig;

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

	private volatile Thread starting = new Thread();

	private volatile boolean running;

	/**
	 * A projection as it is seen from outside.
	 */
	private record Observed(ProjectionProgress pulse, ProjectionMeters meters) {

	}

	public ProjectionContainers(List<Projection<?>> projections, TopicCreation topicCreation,
			Map<String, Object> consumerConfig, ProjectionProperties properties, EventCodec codec,
			EventPublisher publisher, ReactiveMongoDatabaseFactory databases, MeterRegistry meters, Clock clock,
			Traces traces) {
		this.projections = projections;
		this.topicCreation = topicCreation;
		this.consumerConfig = consumerConfig;
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
		// the broker may be away: the service starts without it
		this.starting = Thread.ofPlatform().name("projections").daemon().start(this::startAll);
	}

	private void startAll() {
		try {
			this.topicCreation.await();
		}
		catch (InterruptedException ex) {
			logger.debug("Stopped before the topics existed", ex);
			return;
		}
		synchronized (this) {
			if (this.running) {
				this.topicsExist = true;
				this.projections.forEach(this::run);
			}
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
		// a partition without a stored offset, or with one that retention has passed, is
		// read from its beginning
		config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		// gives the same partitions of all topics, and so all of a candidate, to one
		// consumer
		config.putIfAbsent(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
		// how long the partitions of an instance that died wait for another
		config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
		Observed observing = this.observed.computeIfAbsent(projection.name(), (name) -> observe(projection));
		ProjectionProgress projectionProgress = observing.pulse();
		ProjectionListener<S> listener = new ProjectionListener<>(projection,
				new Offsets(this.databases, projection.name()), new Checkpoints(this.databases, projection.name()),
				this.properties.checkpointEvery(), new DeadLetters(this.publisher, this.codec.topics()), this.codec,
				observing.meters(), projectionProgress, this.traces);
		ContainerProperties container = new ContainerProperties(
				projection.consumes().stream().map(this.codec.topics()::name).toArray(String[]::new));
		container.setGroupId(this.codec.topics().prefix() + projection.name());
		container.setMessageListener(listener);
		container.setConsumerRebalanceListener(listener);
		container.setIdleEventInterval(this.properties.idleInterval().toMillis());
		container.setMissingTopicsFatal(false);
		// credentials that are revoked are given back some day: without this it would
		// stop for good
		container.setAuthExceptionRetryInterval(Duration.ofSeconds(10));
		var result = new ConcurrentMessageListenerContainer<byte[], byte[]>(
				new DefaultKafkaConsumerFactory<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
				container);
		result.setBeanName(projection.name());
		result.setConcurrency(this.properties.concurrency());
		result.setCommonErrorHandler(retryForever());
		result.setApplicationEventPublisher((event) -> {
			if (event instanceof ListenerContainerIdleEvent idle) {
				projectionProgress.idle(idle.getConsumer());
				onIdle(listener, idle);
			}
		});
		projectionProgress.begins(() -> result.isRunning() && result.isInExpectedState());
		return result;
	}

	private Observed observe(Projection<?> projection) {
		ProjectionProgress projectionProgress = new ProjectionProgress(this.clock);
		return new Observed(projectionProgress,
				new ProjectionMeters(this.meters, projection, this.codec.topics(), projectionProgress));
	}

	/**
	 * How the projections do that should be kept up to date here; none before the topics
	 * exist.
	 */
	Set<Condition> conditions() {
		return this.observed.values()
			.stream()
			.map((each) -> each.pulse().condition(this.properties.patience()))
			.collect(Collectors.toSet());
	}

	private DefaultErrorHandler retryForever() {
		DefaultErrorHandler handler = new DefaultErrorHandler(
				new FixedBackOff(this.properties.retryInterval().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
		handler.setLogLevel(KafkaException.Level.WARN);
		// without a list of exceptions that are not retried: records are never at fault
		// here
		handler.defaultFalse(false);
		handler.setClassifications(Map.of(), true);
		return handler;
	}

	private static void onIdle(ProjectionListener<?> listener, ListenerContainerIdleEvent idle) {
		try {
			listener.onIdle(idle.getConsumer());
		}
		catch (RuntimeException ex) {
			logger.warn("The stored offsets cannot be compared now: " + ex.getMessage());
		}
	}

	@Override
	public void stop() {
		this.starting.interrupt();
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
