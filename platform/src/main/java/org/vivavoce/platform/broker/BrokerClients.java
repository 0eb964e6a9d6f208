package org.vivavoce.platform.broker;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.CommonClientConfigs;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/**
 * The configuration of every Kafka client that a service makes. It is taken from the
 * factories that Spring Boot sets up, and not from its properties, because only those
 * know TLS bundles and connection details. Each client has an id of its own, made of
 * service, purpose and instance, by which brokers count, limit and log it.
 */
public final class BrokerClients {

	private final String service;

	private final String instance;

	private final Map<String, Object> producer;

	private final Map<String, Object> consumer;

	private final Map<String, Object> admin;

	/**
	 * Clients as the factories would make them.
	 * @param service names the service where {@code spring.kafka.client-id} does not
	 * @param instance tells the instances of a service apart
	 */
	public BrokerClients(String service, String instance, ProducerFactory<?, ?> producers,
			ConsumerFactory<?, ?> consumers, KafkaAdmin admins) {
		this.service = service;
		this.instance = instance;
		this.producer = Map.copyOf(producers.getConfigurationProperties());
		this.consumer = Map.copyOf(consumers.getConfigurationProperties());
		this.admin = Map.copyOf(admins.getConfigurationProperties());
	}

	/**
	 * The configuration of a producer, to be changed at will.
	 * @param purpose what it sends, in a word
	 */
	public Map<String, Object> producer(String purpose) {
		return named(this.producer, purpose);
	}

	/**
	 * The configuration of a consumer, to be changed at will.
	 * @param purpose what it reads for, in a word
	 */
	public Map<String, Object> consumer(String purpose) {
		return named(this.consumer, purpose);
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
