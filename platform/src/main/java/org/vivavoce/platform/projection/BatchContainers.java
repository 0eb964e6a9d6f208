package org.vivavoce.platform.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Makes the containers of readers that keep their offsets in the database. A batch that
 * fails is tried again for ever.
 */
final class BatchContainers {

	/** How long the partitions of an instance that died wait for another. */
	private static final int SESSION_TIMEOUT_MS = 10_000;

	/**
	 * Credentials that are revoked are given back some day: without this the container
	 * would stop for good.
	 */
	private static final Duration RETRY_OF_LOGIN = Duration.ofSeconds(10);

	private BatchContainers() {
	}

	/**
	 * What is read by whom.
	 *
	 * @param group of the consumers
	 * @param observer is told of batches that fail and of those that are done
	 * @param onIdle called on the consumer's thread while nothing arrives
	 */
	record Reader(String name, String group, List<String> topics,
			BatchConsumerAwareMessageListener<byte[], byte[]> listener, StoredPositions positions,
			StallReporter.Observer observer, Consumer<org.apache.kafka.clients.consumer.Consumer<?, ?>> onIdle) {

	}

	static ConcurrentMessageListenerContainer<byte[], byte[]> create(Reader reader, Map<String, Object> consumerConfig,
			ProjectionProperties properties) {
		Map<String, Object> config = new HashMap<>(consumerConfig);
		// a partition without a stored offset, or with one that retention has passed, is
		// read from its beginning
		config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
		ContainerProperties settings = new ContainerProperties(reader.topics().toArray(String[]::new));
		settings.setGroupId(reader.group());
		settings.setMessageListener(new StallReporter(reader.name(), reader.listener(), reader.observer()));
		settings.setConsumerRebalanceListener(reader.positions());
		settings.setIdleEventInterval(properties.idleInterval().toMillis());
		settings.setMissingTopicsFatal(false);
		settings.setAuthExceptionRetryInterval(RETRY_OF_LOGIN);
		var container = new ConcurrentMessageListenerContainer<byte[], byte[]>(
				new DefaultKafkaConsumerFactory<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
				settings);
		container.setBeanName(reader.name());
		container.setCommonErrorHandler(retryForever(properties));
		container.setApplicationEventPublisher((event) -> {
			if (event instanceof ListenerContainerIdleEvent idle) {
				reader.onIdle().accept(idle.getConsumer());
				reader.positions().onIdle(idle.getConsumer());
			}
		});
		return container;
	}

	private static DefaultErrorHandler retryForever(ProjectionProperties properties) {
		DefaultErrorHandler handler = new DefaultErrorHandler(
				new FixedBackOff(properties.retryInterval().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
		// told by the reader itself, once a minute
		handler.setLogLevel(KafkaException.Level.DEBUG);
		// without a list of exceptions that are not retried: records are never at fault
		// here
		handler.defaultFalse(false);
		handler.setClassifications(Map.of(), true);
		return handler;
	}

}
