package org.vivavoce.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What a client sees of a broker.
 */
final class Records {

	private Records() {
	}

	static void createTopic(String servers, String topic, Map<String, String> configuration) throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
			admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(configuration))).all().get();
		}
	}

	static Set<String> topics(String servers) throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
			return admin.listTopics().names().get();
		}
	}

	static KafkaProducer<String, String> producer(String servers) {
		return new KafkaProducer<>(Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", "0"),
				new StringSerializer(), new StringSerializer());
	}

	static void send(String servers, String topic, Collection<String> values) throws Exception {
		try (KafkaProducer<String, String> producer = producer(servers)) {
			List<Future<RecordMetadata>> sent = new ArrayList<>();
			values.forEach((value) -> sent.add(producer.send(new ProducerRecord<>(topic, value, value))));
			for (Future<RecordMetadata> record : sent) {
				record.get();
			}
		}
	}

	static List<String> read(String servers, String topic) {
		try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", servers, "allow.auto.create.topics", "true"), new StringDeserializer(),
				new StringDeserializer())) {
			List<TopicPartition> partitions = consumer.listTopics()
				.getOrDefault(topic, List.<PartitionInfo>of())
				.stream()
				.map((partition) -> new TopicPartition(topic, partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			List<String> values = new ArrayList<>();
			while (partitions.stream()
				.anyMatch((partition) -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
				consumer.poll(Duration.ofSeconds(1)).forEach((record) -> values.add(record.value()));
			}
			return values;
		}
	}

}
