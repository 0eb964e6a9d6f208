package org.vivavoce.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * Reads topics from their beginning to their present end, and sets what they take.
 */
final class Topic {

	private static final Duration POLL = Duration.ofMillis(100);

	private Topic() {
	}

	/**
	 * What there is under one key.
	 */
	static List<ConsumerRecord<String, String>> read(String broker, Collection<String> topics, String key) {
		return read(broker, topics, new StringDeserializer()).stream()
			.filter((message) -> key.equals(message.key()))
			.toList();
	}

	static List<ConsumerRecord<byte[], byte[]>> read(String broker, Collection<String> topics) {
		return read(broker, topics, new ByteArrayDeserializer());
	}

	/**
	 * Wait until the topics exist and their leaders answer for them.
	 */
	static void awaitServed(String broker, Collection<String> topics) {
		Awaitility.await("topics").atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
			try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
				Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
				admin.describeTopics(topics)
					.allTopicNames()
					.get()
					.forEach((topic, description) -> description.partitions()
						.forEach((info) -> ends.put(new TopicPartition(topic, info.partition()), OffsetSpec.latest())));
				return admin.listOffsets(ends).all().get().size() == ends.size();
			}
		});
	}

	/**
	 * Have the broker refuse records of a topic that are larger than so many bytes.
	 */
	static void limitRecords(String broker, String topic, int bytes) {
		configure(broker, topic, AlterConfigOp.OpType.SET, Integer.toString(bytes));
	}

	/**
	 * Have the broker take what it takes by default.
	 */
	static void unlimitRecords(String broker, String topic) {
		configure(broker, topic, AlterConfigOp.OpType.DELETE, "");
	}

	private static void configure(String broker, String topic, AlterConfigOp.OpType operation, String value) {
		ConfigEntry largest = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, value);
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
			admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic),
					List.of(new AlterConfigOp(largest, operation))))
				.all()
				.get(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("The size of records in " + topic + " cannot be set", ex);
		}
	}

	private static <T> List<ConsumerRecord<T, T>> read(String broker, Collection<String> topics,
			Deserializer<T> deserializer) {
		try (KafkaConsumer<T, T> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", broker), deserializer,
				deserializer)) {
			List<TopicPartition> partitions = topics.stream()
				.flatMap((topic) -> consumer.partitionsFor(topic).stream())
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			List<ConsumerRecord<T, T>> read = new ArrayList<>();
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				consumer.poll(POLL).forEach(read::add);
			}
			return read;
		}
	}

}
