package org.vivavoce.platform.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * What differs between a topic and what is wanted of it, in sentences. More than what is
 * wanted is no difference.
 */
final class TopicComparison {

	private static final Map<String, String> CONSEQUENCES = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG,
			"events are removed that a rebuild needs, or kept that must be forgotten", TopicConfig.RETENTION_MS_CONFIG,
			"a rebuild misses older events", TopicConfig.RETENTION_BYTES_CONFIG, "a rebuild misses older events");

	/** In bytes: what Kafka's producer sends by default. */
	private static final long LARGEST_EVENT = 1_048_576;

	private TopicComparison() {
	}

	/**
	 * Compare a topic with what is wanted. A setting that is not known is not compared.
	 */
	static List<String> differences(Topic wanted, Topic actual) {
		List<String> differences = new ArrayList<>();
		if (actual.partitions() < wanted.partitions()) {
			differences.add(differs("partitions", actual.partitions(), wanted.partitions(),
					"fewer instances can share the work"));
		}
		if (actual.replication() < wanted.replication()) {
			differences
				.add(differs("replication", actual.replication(), wanted.replication(), "fewer brokers may be lost"));
		}
		new TreeMap<>(wanted.settings()).forEach((name, value) -> {
			String found = actual.settings().getOrDefault(name, value);
			if (!found.equals(value) && !name.equals(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)) {
				differences.add(differs(name, found, value, CONSEQUENCES.getOrDefault(name, "")));
			}
		});
		safety(actual, differences);
		Long largest = number(actual, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
		Long needed = number(wanted, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
		if (largest != null && largest < ((needed != null) ? needed : LARGEST_EVENT)) {
			differences.add(differs(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, largest,
					"at least " + ((needed != null) ? needed : LARGEST_EVENT),
					"a large record could not be published"));
		}
		return differences.stream().map((difference) -> "Topic " + actual.name() + ": " + difference).toList();
	}

	private static void safety(Topic actual, List<String> differences) {
		Long inSync = number(actual, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
		if (inSync == null) {
			return;
		}
		if (inSync > actual.replication()) {
			differences.add(differs(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, inSync,
					"at most " + actual.replication() + ", the replication", "nothing can be published"));
		}
		else if (inSync < 2 && actual.replication() > 2) {
			differences.add(differs(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, inSync, 2,
					"an event that one broker alone has counts as published"));
		}
	}

	private static @Nullable Long number(Topic topic, String name) {
		String value = topic.settings().get(name);
		return (value != null) ? Long.valueOf(value) : null;
	}

	private static String differs(String what, Object actual, Object wanted, String consequence) {
		return what + " is " + actual + ", wanted is " + wanted + " (" + consequence + ")";
	}

}
