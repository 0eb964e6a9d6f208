package org.vivavoce.platform.topics;

import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.common.config.TopicConfig;

import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.Topics;

/**
 * The topics of a deployment: one per type of event, and one for the dead letters of each
 * that is read here.
 */
final class WantedTopics {

	private static final Map<String, String> COMPACTED = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG,
			TopicConfig.CLEANUP_POLICY_COMPACT);

	private static final Map<String, String> KEPT = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG,
			TopicConfig.CLEANUP_POLICY_DELETE, TopicConfig.RETENTION_MS_CONFIG, "-1",
			TopicConfig.RETENTION_BYTES_CONFIG, "-1");

	/**
	 * In bytes: twice what a broker takes by default, so that any record fits with the
	 * headers that say why it is here.
	 */
	private static final String LARGEST_DEAD_LETTER = "2097176";

	private static final Map<String, String> DEAD_LETTERS = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG,
			TopicConfig.CLEANUP_POLICY_DELETE, TopicConfig.RETENTION_MS_CONFIG, "-1",
			TopicConfig.RETENTION_BYTES_CONFIG, "-1", TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST_DEAD_LETTER);

	private WantedTopics() {
	}

	static Stream<Topic> of(Topics topics, TopicsProperties properties) {
		return Stream.of(EventType.values()).flatMap((type) -> {
			String name = topics.name(type);
			Topic events = new Topic(name, properties.partitions(), properties.replication(),
					type.compacted() ? COMPACTED : KEPT);
			Topic letters = new Topic(topics.deadLetters(name), 1, properties.replication(), DEAD_LETTERS);
			return (type != EventType.SCORECARD_UPDATED) ? Stream.of(events, letters) : Stream.of(events);
		});
	}

}
