package org.vivavoce.platform.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.Topics;
import org.vivavoce.platform.outbox.Outage;

/**
 * Creates the topics that are missing, and leaves those that exist as they are.
 */
public final class TopicCreation {

	private static final Log logger = LogFactory.getLog(TopicCreation.class);

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final long TIMEOUT_SECONDS = 15;

	private final Outage outage = new Outage(logger);

	private final Map<String, Object> adminConfig;

	private final Topics topics;

	private final TopicsProperties properties;

	public TopicCreation(Map<String, Object> adminConfig, Topics topics, TopicsProperties properties) {
		this.adminConfig = adminConfig;
		this.topics = topics;
		this.properties = properties;
	}

	/**
	 * Wait until all topics exist, however long the broker is away.
	 * @throws InterruptedException when the service stops meanwhile
	 */
	public void await() throws InterruptedException {
		while (this.properties.create()) {
			try (Admin admin = Admin.create(this.adminConfig)) {
				createMissing(admin);
				this.outage.ends("The topics exist");
				return;
			}
			catch (ExecutionException | TimeoutException | RuntimeException ex) {
				this.outage.begins("The topics cannot be created yet: " + ex.getMessage());
				Thread.sleep(PAUSE);
			}
		}
	}

	private void createMissing(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
		Set<String> existing = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
		List<NewTopic> missing = wanted().filter((topic) -> !existing.contains(topic.name())).toList();
		for (var created : admin.createTopics(missing).values().entrySet()) {
			try {
				created.getValue().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
			}
			catch (ExecutionException ex) {
				// another service was faster
				if (!(ex.getCause() instanceof TopicExistsException)) {
					throw ex;
				}
			}
		}
	}

	private Stream<NewTopic> wanted() {
		return Stream.of(EventType.values()).flatMap((type) -> {
			String name = this.topics.name(type);
			NewTopic topic = new NewTopic(name, this.properties.partitions(), this.properties.replication()).configs(
					type.compacted() ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
							: Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
			NewTopic deadLetters = new NewTopic(this.topics.deadLetters(name), 1, this.properties.replication())
				.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
			return (type != EventType.SCORECARD_UPDATED) ? Stream.of(topic, deadLetters) : Stream.of(topic);
		});
	}

}
