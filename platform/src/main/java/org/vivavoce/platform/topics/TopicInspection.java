package org.vivavoce.platform.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What the broker says about topics.
 *
 * @param found those that exist
 * @param missing names of those that do not
 * @param hidden names of those that this service may not look at; it cannot write or read
 * them either
 */
record TopicInspection(Map<String, TopicDescription> found, Set<String> missing, Set<String> hidden) {

	private static final long TIMEOUT_SECONDS = 15;

	static TopicInspection of(Admin admin, Collection<String> names)
			throws InterruptedException, ExecutionException, TimeoutException {
		TopicInspection inspection = new TopicInspection(new HashMap<>(), new HashSet<>(), new HashSet<>());
		for (var described : admin.describeTopics(names).topicNameValues().entrySet()) {
			inspection.add(described.getKey(), described.getValue());
		}
		return inspection;
	}

	private void add(String name, KafkaFuture<TopicDescription> description)
			throws InterruptedException, ExecutionException, TimeoutException {
		try {
			this.found.put(name, answer(description));
		}
		catch (ExecutionException ex) {
			switch (ex.getCause()) {
				case UnknownTopicOrPartitionException missingTopic -> this.missing.add(name);
				case AuthorizationException hiddenTopic -> this.hidden.add(name);
				case null, default -> throw ex;
			}
		}
	}

	/**
	 * A partition that was just created may have no leader yet. An idempotent producer
	 * whose first batches meet that moment repeats them out of order, and stays stuck
	 * until they expire.
	 */
	void awaitLeaders(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
		Map<TopicPartition, OffsetSpec> ends = this.found.values()
			.stream()
			.flatMap((topic) -> topic.partitions()
				.stream()
				.map((partition) -> new TopicPartition(topic.name(), partition.partition())))
			.collect(Collectors.toMap((partition) -> partition, (partition) -> OffsetSpec.latest()));
		answer(admin.listOffsets(ends).all());
	}

	/**
	 * How the found topics are.
	 * @throws ExecutionException when their settings may not be read, among others
	 */
	List<Topic> topics(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
		Map<String, Config> configs = answer(admin
			.describeConfigs(this.found.keySet()
				.stream()
				.map((name) -> new ConfigResource(ConfigResource.Type.TOPIC, name))
				.toList())
			.all()).entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.getKey().name(), Map.Entry::getValue));
		return this.found.values()
			.stream()
			.map((topic) -> topic(topic,
					Objects.requireNonNull(configs.get(topic.name()), "each that was asked for is answered")))
			.toList();
	}

	private static Topic topic(TopicDescription topic, Config config) {
		return new Topic(topic.name(), topic.partitions().size(), topic.partitions().getFirst().replicas().size(),
				config.entries()
					.stream()
					.filter((entry) -> entry.value() != null)
					.collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value)));
	}

	static <T> T answer(KafkaFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
		return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
	}

}
