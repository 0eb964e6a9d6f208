package org.vivavoce.platform.projection;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

import org.vivavoce.platform.broker.BrokerClients;
import org.vivavoce.platform.topics.TopicCreation;
import org.vivavoce.platform.topics.TopicsAwareStart;

/**
 * Reads topics whose records are no events, or are wanted as they are. Like a
 * {@link Projection} it keeps its offsets in the database, starts when the topics exist
 * and repeats a batch until it succeeds.
 */
public final class TopicReader implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(TopicReader.class);

	private final TopicsAwareStart start;

	private final Map<String, Object> consumerConfig;

	private final ProjectionProperties properties;

	private final BatchContainers.Reader reader;

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

	/**
	 * @param purpose what it reads for, in a word, for the names of its clients
	 */
	public TopicReader(Subscription subscription, TopicCreation topicCreation, BrokerClients clients, String purpose,
			ProjectionProperties properties, ReactiveMongoDatabaseFactory databases, Clock clock) {
		this.start = new TopicsAwareStart(subscription.name(), topicCreation);
		this.consumerConfig = clients.consumer(purpose);
		this.properties = properties;
		StoredPositions positions = new StoredPositions(subscription.name(),
				new Offsets(databases, subscription.name()), new TopicIds(clients.admin(purpose)),
				new ConcurrentHashMap<>(), clock);
		this.reader = new BatchContainers.Reader(subscription.name(), subscription.group(), subscription.topics(),
				new RecordListener(subscription, positions), positions, StallReporter.Observer.NONE, (consumer) -> {
				});
	}

	@Override
	public synchronized void start() {
		this.running = true;
		this.start.begin(this::startContainer);
	}

	private synchronized void startContainer() {
		if (this.running) {
			this.container = BatchContainers.create(this.reader, this.consumerConfig, this.properties);
			this.container.start();
		}
	}

	@Override
	public void stop() {
		this.start.cancel();
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
