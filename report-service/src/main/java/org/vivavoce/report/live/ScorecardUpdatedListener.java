package org.vivavoce.report.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.broker.BrokerClients;
import org.vivavoce.platform.broker.Refusal;
import org.vivavoce.platform.outage.Outage;

/**
 * Listens to {@code scorecard-updated} on every instance, without a consumer group, so
 * that the clients of every instance get what any instance has written.
 */
@Component
final class ScorecardUpdatedListener implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(ScorecardUpdatedListener.class);

	private static final Duration POLL = Duration.ofSeconds(1);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	/** Spares accounts that are locked after too many wrong passwords. */
	private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofSeconds(10);

	private static final int POLLS_BETWEEN_LOOKUPS = 30;

	private final Map<String, Object> config;

	private final String topic;

	private final LiveCards live;

	/**
	 * Where to read on, also after the consumer had to be made anew.
	 */
	private final Map<TopicPartition, Long> next = new HashMap<>();

	/**
	 * A topic that was not there at first only carries what is new.
	 */
	private boolean topicWasMissing;

	private final Outage outage = new Outage(logger);

	private volatile boolean running;

	private volatile @Nullable Consumer<byte[], byte[]> consumer;

	private volatile CountDownLatch stopped = new CountDownLatch(1);

	private Thread thread = new Thread();

	ScorecardUpdatedListener(BrokerClients clients, EventCodec codec, LiveCards live) {
		this.config = clients.consumer("live");
		this.config.remove(ConsumerConfig.GROUP_ID_CONFIG);
		this.config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		this.config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
		this.config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		this.topic = codec.topics().name(EventType.SCORECARD_UPDATED);
		this.live = live;
	}

	@Override
	public synchronized void start() {
		this.running = true;
		this.stopped = new CountDownLatch(1);
		this.thread = Thread.ofPlatform().name("live-signals").daemon().start(this::listen);
	}

	private void listen() {
		while (this.running) {
			try (Consumer<byte[], byte[]> opened = new KafkaConsumer<>(this.config, new ByteArrayDeserializer(),
					new ByteArrayDeserializer())) {
				this.consumer = opened;
				while (this.running) {
					assign(opened);
					this.outage.ends("Live changes are followed again");
					for (int i = 0; i < POLLS_BETWEEN_LOOKUPS && this.running && !this.next.isEmpty(); i++) {
						poll(opened);
					}
				}
			}
			catch (WakeupException ex) {
				logger.debug("Woken up to stop", ex);
			}
			catch (RuntimeException ex) {
				this.outage.begins("Live changes wait for the broker: " + ex.getMessage());
				pause(Refusal.in(ex).isPresent() ? PAUSE_AFTER_REFUSAL : PAUSE);
			}
		}
	}

	private void assign(Consumer<byte[], byte[]> consumer) {
		List<TopicPartition> partitions = Objects
			.requireNonNullElse(consumer.partitionsFor(this.topic), List.<PartitionInfo>of())
			.stream()
			.map((info) -> new TopicPartition(this.topic, info.partition()))
			.toList();
		if (partitions.isEmpty()) {
			this.topicWasMissing = true;
			pause(PAUSE);
			return;
		}
		if (consumer.assignment().size() == partitions.size()) {
			return;
		}
		boolean first = this.next.isEmpty();
		consumer.assign(partitions);
		Map<TopicPartition, Long> positions = new HashMap<>();
		for (TopicPartition partition : partitions) {
			Long known = this.next.get(partition);
			if (known != null) {
				consumer.seek(partition, known);
			}
			else if (first && !this.topicWasMissing) {
				consumer.seekToEnd(List.of(partition));
			}
			else {
				consumer.seekToBeginning(List.of(partition));
			}
			positions.put(partition, consumer.position(partition));
		}
		this.next.putAll(positions);
		if (first) {
			// for clients that came before
			this.live.refresh();
		}
	}

	private void poll(Consumer<byte[], byte[]> consumer) {
		List<String> candidates = new ArrayList<>();
		for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
			this.next.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
			if (message.key() != null) {
				candidates.add(new String(message.key(), StandardCharsets.UTF_8));
			}
		}
		this.live.signal(candidates);
	}

	private void pause(Duration pause) {
		try {
			if (this.stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.debug("Stopped while waiting");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public synchronized void stop() {
		this.running = false;
		this.stopped.countDown();
		Consumer<byte[], byte[]> listening = this.consumer;
		if (listening != null) {
			listening.wakeup();
		}
		try {
			this.thread.join(Duration.ofSeconds(5));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return 0;
	}

}
