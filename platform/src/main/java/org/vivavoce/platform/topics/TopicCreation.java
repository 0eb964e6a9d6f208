package org.vivavoce.platform.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.SmartLifecycle;

import org.vivavoce.contracts.Topics;
import org.vivavoce.platform.broker.Refusal;
import org.vivavoce.platform.outage.Outage;

/**
 * Creates the topics that are missing or waits for them, and leaves those that exist as
 * they are, saying once what differs from what is wanted. Completes {@link #exist()} when
 * all of them can be written to.
 */
public final class TopicCreation implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(TopicCreation.class);

	private static final Duration PAUSE = Duration.ofSeconds(2);

	/** Spares accounts that are locked after too many wrong passwords. */
	private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofSeconds(10);

	private final Outage outage = new Outage(logger);

	private final Sinks.Empty<Void> exist = Sinks.empty();

	private final Map<String, Object> adminConfig;

	private final Map<String, Topic> wanted;

	private final boolean create;

	private volatile @Nullable String obstacle;

	private volatile @Nullable Thread working;

	public TopicCreation(Map<String, Object> adminConfig, Topics topics, TopicsProperties properties) {
		this.adminConfig = adminConfig;
		this.wanted = WantedTopics.of(topics, properties).collect(Collectors.toMap(Topic::name, Function.identity()));
		this.create = properties.create();
	}

	/**
	 * Completes when the topics exist; nothing should be sent before.
	 */
	public Mono<Void> exist() {
		return this.exist.asMono();
	}

	/**
	 * What only people can mend before the work can begin: missing topics that are not to
	 * be created here, or a broker that does not let this service in.
	 */
	public Optional<String> obstacle() {
		return Optional.ofNullable(this.obstacle);
	}

	/**
	 * The broker may be away: the service starts without it.
	 */
	@Override
	public void start() {
		this.working = Thread.ofPlatform().name("topics").daemon().start(() -> {
			try {
				work();
			}
			catch (InterruptedException ex) {
				logger.debug("Stopped before the topics existed", ex);
			}
		});
	}

	@Override
	public void stop() {
		Thread thread = this.working;
		this.working = null;
		if (thread != null) {
			thread.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.working != null;
	}

	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 200;
	}

	private void work() throws InterruptedException {
		while (!existNow()) {
			Thread.sleep(PAUSE);
		}
		this.outage.ends("The topics exist");
		if (this.obstacle != null) {
			this.obstacle = null;
			logger.info("The topics exist, the work begins");
		}
		this.exist.tryEmitEmpty();
	}

	private boolean existNow() throws InterruptedException {
		try (Admin admin = Admin.create(this.adminConfig)) {
			return prepare(admin);
		}
		catch (ExecutionException | TimeoutException | RuntimeException ex) {
			Optional<String> refusal = Refusal.in(ex);
			if (refusal.isPresent()) {
				meet("Kafka does not let this service in: " + refusal.get());
				Thread.sleep(PAUSE_AFTER_REFUSAL);
			}
			else {
				this.outage.begins("The topics cannot be looked up or created yet: " + ex.getMessage());
			}
			return false;
		}
	}

	private boolean prepare(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
		TopicInspection inspection = TopicInspection.of(admin, this.wanted.keySet());
		if (!inspection.missing().isEmpty() && this.create) {
			create(admin, inspection.missing());
			inspection = TopicInspection.of(admin, this.wanted.keySet());
		}
		if (!inspection.missing().isEmpty()) {
			if (!this.create) {
				meet("Waiting for topics that are missing and not created here (vivavoce.topics.create is false): "
						+ String.join(", ", new TreeSet<>(inspection.missing())));
			}
			return false;
		}
		inspection.awaitLeaders(admin);
		compare(admin, inspection);
		return true;
	}

	private void create(Admin admin, Set<String> missing)
			throws InterruptedException, ExecutionException, TimeoutException {
		List<NewTopic> topics = missing.stream().map(this.wanted::get).map(TopicCreation::fresh).toList();
		for (var created : admin.createTopics(topics).values().values()) {
			try {
				TopicInspection.answer(created);
			}
			catch (ExecutionException ex) {
				// another service was faster
				if (!(ex.getCause() instanceof TopicExistsException)) {
					throw ex;
				}
			}
		}
	}

	private static NewTopic fresh(Topic topic) {
		return new NewTopic(topic.name(), topic.partitions(), (short) topic.replication()).configs(topic.settings());
	}

	private void compare(Admin admin, TopicInspection inspection) throws InterruptedException, TimeoutException {
		if (!inspection.hidden().isEmpty()) {
			logger.warn("Kafka does not let this service look at topics, so they are neither compared nor created: "
					+ String.join(", ", new TreeSet<>(inspection.hidden())));
		}
		try {
			inspection.topics(admin).stream().flatMap(this::differences).sorted().forEach(logger::warn);
		}
		catch (ExecutionException ex) {
			logger.warn("The settings of the topics cannot be compared with what is wanted: " + ex.getMessage());
		}
	}

	private Stream<String> differences(Topic actual) {
		Topic asWanted = Objects.requireNonNull(this.wanted.get(actual.name()), "only what is wanted is looked at");
		return TopicComparison.differences(asWanted, actual).stream();
	}

	/**
	 * Say it when it is new.
	 */
	private void meet(String sentence) {
		if (!sentence.equals(this.obstacle)) {
			this.obstacle = sentence;
			logger.warn(sentence);
		}
	}

}
