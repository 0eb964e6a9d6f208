package org.vivavoce.platform.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Where the topics of a projection begin and end.
 */
public final class TopicEnds {

	private final Map<String, Object> config;

	private final List<String> topics;

	public TopicEnds(Map<String, Object> adminConfig, Collection<String> topics) {
		this.config = new HashMap<>(adminConfig);
		this.config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
		this.config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
		this.topics = List.copyOf(topics);
	}

	/**
	 * The offsets behind the last records of all partitions that can be read: what lies
	 * in a transaction that is not finished comes later.
	 */
	public Mono<Map<TopicPartition, Long>> latest() {
		return list(OffsetSpec.latest());
	}

	/**
	 * The offsets of the first records that are still there.
	 */
	public Mono<Map<TopicPartition, Long>> earliest() {
		return list(OffsetSpec.earliest());
	}

	private Mono<Map<TopicPartition, Long>> list(OffsetSpec spec) {
		return Mono
			.using(() -> Admin.create(this.config), (admin) -> Mono.fromCompletionStage(() -> list(admin, spec)),
					Admin::close)
			.subscribeOn(Schedulers.boundedElastic());
	}

	private CompletionStage<Map<TopicPartition, Long>> list(Admin admin, OffsetSpec spec) {
		return admin.describeTopics(this.topics).allTopicNames().toCompletionStage().thenCompose((descriptions) -> {
			Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
			descriptions.forEach((topic, description) -> description.partitions()
				.forEach((info) -> wanted.put(new TopicPartition(topic, info.partition()), spec)));
			return admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
				.all()
				.toCompletionStage();
		})
			.thenApply((offsets) -> offsets.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().offset())));
	}

}
