package org.vivavoce.platform.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.Topics;
import org.vivavoce.platform.outbox.Outage;

/**
 * Creates the topics that are missing, and leaves those that exist as they are. Completes
 * {@link #exist()} when all of them can be written to.
 */
public final class TopicCreation {

	private static final Log logger = LogFactory.getLog(TopicCreation.class);

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final long TIMEOUT_SECONDS = 15;

	/**
	 * In bytes: twice what a broker takes by default, so that any record fits with the
	 * headers that say why it is here.
	 */
	private static final String LARGEST_DEAD_LETTER = "2097176";

	private final Outage outage = new Outage(logger);

	private final Sinks.Empty<Void> exist = Sinks.empty();

	private final Map<String, Object> adminConfig;

	private final Topics topics;

	private final TopicsProperties properties;

	public TopicCreation(Map<String, Object> adminConfig, Topics topics, TopicsProperties properties) {
		this.adminConfig = adminConfig;
		this.topics = topics;
		this.properties = properties;
	}

	/**
	 * Completes when the topics exist; nothing should be sent before.
	 */
	public Mono<Void> exist() {
		return this.exist.asMono();
	}

	/**
	 * Wait until all topics exist, however long the broker is away.
	 * @throws InterruptedException when the service stops meanwhile
	 */
	public void await() throws InterruptedException {
		while (this.properties.create()) {
			try (Admin admin = Admin.create(this.adminConfig)) {
				createMissing(admin);
				awaitLeaders(admin);
				this.outage.ends("The topics exist");
				break;
			}
			catch (ExecutionException | TimeoutException | RuntimeException ex) {
				this.outage.begins("The topics cannot be created yet: " + ex.getMessage());
				Thread.sleep(PAUSE);
			}
		}
		this.exist.tryEmitEmpty();
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

	/**
	 * A partition that was just created may have no leader yet. An idempotent producer
	 * whose first batches meet that moment repeats them out of order, and stays stuck
	 * until they expire.
	 */
	private void awaitLeaders(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
		Map<String, TopicDescription> described = admin.describeTopics(wanted().map(NewTopic::name).toList())
			.allTopicNames()
			.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
		Map<TopicPartition, OffsetSpec> ends = described.values()
			.stream()
			.flatMap((topic) -> topic.partitions()
				.stream()
				.map((partition) -> new TopicPartition(topic.name(), partition.partition())))
			.collect(Collectors.toMap((partition) -> partition, (partition) -> OffsetSpec.latest()));
		admin.listOffsets(ends).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
	}

	private Stream<NewTopic> wanted() {
		return Stream.of(EventType.values()).flatMap((type) -> {
			String name = this.topics.name(type);
			NewTopic topic = new NewTopic(name, this.properties.partitions(), this.properties.replication()).configs(
					type.compacted() ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
							: Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
			NewTopic deadLetters = new NewTopic(this.topics.deadLetters(name), 1, this.properties.replication())
				.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
						LARGEST_DEAD_LETTER));
			return (type != EventType.SCORECARD_UPDATED) ? Stream.of(topic, deadLetters) : Stream.of(topic);
		});
	}

}
