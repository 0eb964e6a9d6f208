package org.vivavoce.platform.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Which topics there are behind their names: one that is deleted and created again has
 * the same name, but another id, and its offsets begin anew. It blocks.
 */
final class TopicIds {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final Map<String, Object> config;

	TopicIds(Map<String, Object> adminConfig) {
		this.config = new HashMap<>(adminConfig);
		this.config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
		this.config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
	}

	/**
	 * The ids of those of these topics that are there.
	 * @throws KafkaException when the broker does not say
	 */
	Map<String, String> of(Collection<String> topics) {
		try (Admin admin = Admin.create(this.config)) {
			Map<String, String> ids = new HashMap<>();
			for (var described : admin.describeTopics(topics).topicNameValues().entrySet()) {
				put(described.getKey(), described.getValue(), ids);
			}
			return ids;
		}
	}

	private static void put(String topic, KafkaFuture<TopicDescription> described, Map<String, String> ids) {
		try {
			ids.put(topic, described.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).topicId().toString());
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof UnknownTopicOrPartitionException)) {
				throw new KafkaException("The broker does not say which topic '" + topic + "' is: " + ex.getMessage(),
						ex);
			}
		}
		catch (TimeoutException ex) {
			throw new KafkaException("The broker does not say which topic '" + topic + "' is", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted", ex);
		}
	}

}
