package org.vivavoce.platform.broker;

import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.security.auth.login.LoginException;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

import org.vivavoce.platform.start.SettingsException;

/**
 * The configuration of every Kafka client that a service makes. It is taken from the
 * factories that Spring Boot sets up, and not from its properties, because only those
 * know TLS bundles and connection details. Each client has an id of its own, made of
 * service, purpose and instance, by which brokers count, limit and log it.
 */
public final class BrokerClients {

	private static final String READ_COMMITTED = IsolationLevel.READ_COMMITTED.toString().toLowerCase(Locale.ROOT);

	/** How long new partitions of a topic go unnoticed. */
	private static final int METADATA_AGE_MS = 10_000;

	private final String service;

	private final String instance;

	private final Map<String, Object> producer;

	private final Map<String, Object> consumer;

	private final Map<String, Object> admin;

	/**
	 * Clients as the factories would make them.
	 * @param service names the service where {@code spring.kafka.client-id} does not
	 * @param instance tells the instances of a service apart
	 * @throws SettingsException when no client can be made that way
	 */
	public BrokerClients(String service, String instance, ProducerFactory<?, ?> producers,
			ConsumerFactory<?, ?> consumers, KafkaAdmin admins) {
		this.service = service;
		this.instance = instance;
		this.producer = Map.copyOf(producers.getConfigurationProperties());
		this.consumer = Map.copyOf(consumers.getConfigurationProperties());
		this.admin = Map.copyOf(admins.getConfigurationProperties());
		requireUsable(admin("start"));
	}

	/**
	 * Make one client, which reads all files and settings and waits for nobody.
	 */
	private static void requireUsable(Map<String, Object> config) {
		try {
			Admin.create(config).close();
		}
		catch (KafkaException | IllegalArgumentException ex) {
			List<Throwable> causes = Stream.<Throwable>iterate(ex, (each) -> each != null, Throwable::getCause)
				.toList();
			// an issuer of tokens or a name server that is away comes back
			if (causes.stream()
				.noneMatch((each) -> each instanceof LoginException
						|| String.valueOf(each.getMessage()).startsWith("No resolvable bootstrap"))) {
				throw new SettingsException("The settings of Kafka (spring.kafka.*) cannot be used: " + causes.stream()
					.skip((causes.size() > 1) ? 1 : 0)
					.map(BrokerClients::words)
					.distinct()
					.collect(Collectors.joining(": ")), ex);
			}
		}
	}

	private static String words(Throwable cause) {
		return (cause instanceof NoSuchFileException) ? "there is no such file" : String.valueOf(cause.getMessage());
	}

	/**
	 * The configuration of a producer, to be changed at will.
	 * @param purpose what it sends, in a word
	 */
	public Map<String, Object> producer(String purpose) {
		return named(this.producer, purpose);
	}

	/**
	 * The configuration of a consumer, to be changed at will. It reads committed records
	 * only: what a transaction took back was never said.
	 * @param purpose what it reads for, in a word
	 */
	public Map<String, Object> consumer(String purpose) {
		Map<String, Object> config = named(this.consumer, purpose);
		config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, READ_COMMITTED);
		config.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MS);
		return config;
	}

	/**
	 * The configuration of an admin client, to be changed at will.
	 * @param purpose what it looks after, in a word
	 */
	public Map<String, Object> admin(String purpose) {
		return named(this.admin, purpose);
	}

	private Map<String, Object> named(Map<String, Object> config, String purpose) {
		Map<String, Object> named = new HashMap<>(config);
		Object base = config.getOrDefault(CommonClientConfigs.CLIENT_ID_CONFIG, this.service);
		named.put(CommonClientConfigs.CLIENT_ID_CONFIG, base + "-" + purpose + "-" + this.instance);
		return named;
	}

}
