package org.vivavoce.platform.broker;

import java.util.Map;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;

/**
 * The clients of Kafka that all services make.
 */
@Configuration(proxyBeanMethods = false)
public class BrokerClientsConfiguration {

	@Bean
	BrokerClients brokerClients(@Value("${spring.application.name}") String service,
			@Value("${vivavoce.instance:}") String instance, ProducerFactory<?, ?> producers,
			ConsumerFactory<?, ?> consumers, KafkaAdmin admins) {
		String own = instance.isBlank() ? Long.toString(ProcessHandle.current().pid()) : instance;
		return new BrokerClients(service, own, producers, consumers, admins);
	}

	/**
	 * Not the one that Spring Boot would make: that one logs the records that it cannot
	 * send, and what candidates and interviewers said is nobody's business there.
	 */
	@Bean
	KafkaTemplate<byte[], byte[]> kafkaTemplate(BrokerClients clients) {
		Map<String, Object> config = clients.producer("events");
		config.put(ProducerConfig.ACKS_CONFIG, "all");
		config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		var producers = new DefaultKafkaProducerFactory<>(config, new ByteArraySerializer(), new ByteArraySerializer());
		// what is not acknowledged by then stays in the outbox, or is folded again
		producers.setPhysicalCloseTimeout(2);
		KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producers);
		template.setProducerListener(new ProducerListener<>() {
		});
		return template;
	}

}
