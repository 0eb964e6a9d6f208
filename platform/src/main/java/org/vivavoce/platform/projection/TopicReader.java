package org.vivavoce.platform.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

import org.vivavoce.platform.topics.TopicCreation;

/**
 * Reads topics whose records are no events, or are wanted as they are. Like a
 * {@link Projection} it keeps its offsets in the database, starts when the topics exist
 * and repeats a batch until it succeeds.
 */
public final class TopicReader implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(TopicReader.class);

	private final Subscription reading;

	private final TopicCreation topicCreation;

	private final Map<String, Object> consumerConfig;

	private final ProjectionProperties properties;

	private final RecordListener listener;

	private volatile Thread starting = new Thread();

	private volatile boolean running;

	private @Nullable ConcurrentMessageListenerContainer<byte[], byte[]> container;

	/**
	 * What is read.
	 *
	 * @param name of the offsets
	 * @param group of the consumers
	 * @param batch takes the records of one poll and returns when they are stored; called
	 * again with the same when it fails, or when the process ends before their offsets
	 * are stored
	 */
	public record Subscription(String name, String group, List<String> topics,
			Consumer<List<ConsumerRecord<byte[], byte[]>>> batch) {

	}

	public TopicReader(Subscription reading, TopicCreation topicCreation, Map<String, Object> consumerConfig,
			ProjectionProperties properties, ReactiveMongoDatabaseFactory databases) {
		this.reading = reading;
		this.topicCreation = topicCreation;
		this.consumerConfig = consumerConfig;
		this.properties = properties;
		this.listener = new RecordListener(reading, new Offsets(databases, reading.name()));
	}

	@Override
	public synchronized void start() {
		this.running = true;
		// the broker may be away: the service starts without it
		this.starting = Thread.ofPlatform().name(this.reading.name()).daemon().start(this::startContainer);
	}

	private void startContainer() {
		try {
			this.topicCreation.exist().block();
		}
		catch (RuntimeException ex) {
			logger.debug("Stopped before the topics existed", ex);
			return;
		}
		synchronized (this) {
			if (this.running) {
				this.container = container();
				this.container.start();
			}
		}
	}

	private ConcurrentMessageListenerContainer<byte[], byte[]> container() {
		Map<String, Object> config = new HashMap<>(this.consumerConfig);
		config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
		ContainerProperties settings = new ContainerProperties(this.reading.topics().toArray(String[]::new));
		settings.setGroupId(this.reading.group());
		settings.setMessageListener(this.listener);
		settings.setConsumerRebalanceListener(this.listener);
		settings.setIdleEventInterval(this.properties.idleInterval().toMillis());
		settings.setMissingTopicsFatal(false);
		settings.setAuthExceptionRetryInterval(Duration.ofSeconds(10));
		var result = new ConcurrentMessageListenerContainer<byte[], byte[]>(
				new DefaultKafkaConsumerFactory<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
				settings);
		result.setBeanName(this.reading.name());
		result.setCommonErrorHandler(retryForever());
		result.setApplicationEventPublisher((event) -> {
			if (event instanceof ListenerContainerIdleEvent idle) {
				this.listener.onIdle(idle.getConsumer());
			}
		});
		return result;
	}

	private DefaultErrorHandler retryForever() {
		DefaultErrorHandler handler = new DefaultErrorHandler(
				new FixedBackOff(this.properties.retryInterval().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
		handler.defaultFalse(false);
		handler.setClassifications(Map.of(), true);
		return handler;
	}

	@Override
	public void stop() {
		this.starting.interrupt();
		synchronized (this) {
			this.running = false;
			if (this.container != null) {
				this.container.stop();
			}
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
