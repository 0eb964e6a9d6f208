package org.vivavoce.platform.reconciliation;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads ranges of topics, without a consumer group. It blocks.
 */
public final class OffsetRangeReader {

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final Map<String, Object> config;

	/**
	 * A range of a partition.
	 *
	 * @param from first offset
	 * @param to offset behind the last
	 */
	public record OffsetRange(long from, long to) {

	}

	public OffsetRangeReader(Map<String, Object> consumerConfig) {
		this.config = new HashMap<>(consumerConfig);
		this.config.remove(ConsumerConfig.GROUP_ID_CONFIG);
		this.config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		this.config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		this.config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
		// what retention has removed is missed, not passed over
		this.config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
	}

	/**
	 * Read all records of these ranges, in order within each.
	 * @throws org.apache.kafka.clients.consumer.OffsetOutOfRangeException when a range
	 * begins before what the topic still holds
	 * @throws TimeoutException when nothing comes for a quarter of a minute
	 */
	public void read(Map<TopicPartition, OffsetRange> ranges,
			java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
		Set<TopicPartition> left = new HashSet<>();
		ranges.forEach((partition, range) -> {
			if (range.from() < range.to()) {
				left.add(partition);
			}
		});
		if (left.isEmpty()) {
			return;
		}
		try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(this.config, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			consumer.assign(left);
			left.forEach((partition) -> consumer.seek(partition, range(ranges, partition).from()));
			read(consumer, ranges, left, each);
		}
	}

	private static void read(Consumer<byte[], byte[]> consumer, Map<TopicPartition, OffsetRange> ranges,
			Set<TopicPartition> left, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
		long heard = System.nanoTime();
		while (!left.isEmpty()) {
			ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
			for (ConsumerRecord<byte[], byte[]> message : polled) {
				TopicPartition partition = new TopicPartition(message.topic(), message.partition());
				if (message.offset() < range(ranges, partition).to()) {
					each.accept(message);
				}
			}
			// the position also passes what compaction and transactions leave behind
			Set<TopicPartition> done = new HashSet<>(left);
			done.removeIf((partition) -> consumer.position(partition) < range(ranges, partition).to());
			consumer.pause(done);
			left.removeAll(done);
			heard = (polled.isEmpty() && done.isEmpty()) ? heard : System.nanoTime();
			if (System.nanoTime() - heard > PATIENCE.toNanos()) {
				throw new TimeoutException("Nothing comes from " + left);
			}
		}
	}

	private static OffsetRange range(Map<TopicPartition, OffsetRange> ranges, TopicPartition partition) {
		return ranges.getOrDefault(partition, new OffsetRange(0, 0));
	}

}
