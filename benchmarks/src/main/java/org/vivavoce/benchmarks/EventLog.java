package org.vivavoce.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.Topics;

/**
 * The topics of a benchmark.
 */
final class EventLog {

	static final int PARTITIONS = 12;

	/**
	 * So many interviews go on at the same time, so their events lie between each other.
	 */
	private static final int AT_ONCE = 100;

	private final String kafka;

	private final EventCodec codec;

	EventLog(String kafka, String prefix) {
		this.kafka = kafka;
		this.codec = new EventCodec(new Topics(prefix));
	}

	String prefix() {
		return this.codec.topics().prefix();
	}

	/**
	 * The topics that services read.
	 */
	List<String> topics() {
		return List.of(EventType.values())
			.stream()
			.filter((type) -> type != EventType.SCORECARD_UPDATED)
			.map(this.codec.topics()::name)
			.toList();
	}

	void create() throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.kafka))) {
			admin.createTopics(topics().stream().map((topic) -> new NewTopic(topic, PARTITIONS, (short) 1)).toList())
				.all()
				.get();
		}
	}

	/**
	 * Write interviews.
	 * @param from the number of the first
	 */
	void write(int from, int interviews) {
		AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
		try (var producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.kafka, ProducerConfig.LINGER_MS_CONFIG, 20,
						ProducerConfig.BATCH_SIZE_CONFIG, 131_072,
						// of several, the first may come before a new partition has its
						// leader, and the
						// next ones behind that
						ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
				new ByteArraySerializer(), new ByteArraySerializer())) {
			for (int first = from; first < from + interviews; first += AT_ONCE) {
				List<List<Event>> together = new ArrayList<>();
				for (int number = first; number < Math.min(first + AT_ONCE, from + interviews); number++) {
					together.add(Workload.interview(number));
				}
				for (int i = 0; i < Workload.EVENTS; i++) {
					for (List<Event> events : together) {
						Event event = events.get(i);
						Instant time = (event.occurredAt() != null) ? event.occurredAt() : Instant.now();
						producer.send(this.codec.encode(Envelope.of("/benchmark", time, null, event)), (sent, ex) -> {
							if (ex != null) {
								failure.compareAndSet(null, ex);
							}
						});
					}
				}
			}
		}
		if (failure.get() != null) {
			throw new IllegalStateException("An event was not written", failure.get());
		}
	}

	/**
	 * Read everything and look at nothing: the most that a consumer can do here.
	 * @return records per second, once a third is read
	 */
	double readRate(long records) {
		try (var consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.kafka, ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
						10_000, ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1_000_000),
				new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = topics().stream()
				.flatMap((topic) -> consumer.partitionsFor(topic).stream())
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Progress progress = new Progress(records);
			for (long read = 0; read < records;) {
				read += consumer.poll(Duration.ofSeconds(1)).count();
				progress.at(read);
			}
			return progress.rate();
		}
	}

}
