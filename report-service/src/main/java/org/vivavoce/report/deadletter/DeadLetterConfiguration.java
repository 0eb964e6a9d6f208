package org.vivavoce.report.deadletter;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.platform.broker.BrokerClients;
import org.vivavoce.platform.outbox.EventPublisher;
import org.vivavoce.platform.projection.ProjectionProperties;
import org.vivavoce.platform.projection.TopicReader;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.topics.TopicCreation;

@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

	private static final String NAME = "dead-letters";

	@Bean
	AggregateStore<DeadLetter> deadLetterStore(AggregateStores stores) {
		return stores.create(DeadLetterQuery.COLLECTION, DeadLetter.class, DeadLetterQuery.indexes());
	}

	@Bean
	DeadLetterRepository deadLetterRepository(AggregateStore<DeadLetter> deadLetters,
			ReactiveMongoDatabaseFactory databases) {
		return new DeadLetterRepository(deadLetters, databases);
	}

	@Bean
	TopicReader deadLetterReader(DeadLetterRepository deadLetters, EventCodec codec, Clock clock,
			TopicCreation topicCreation, BrokerClients clients, ProjectionProperties properties,
			ReactiveMongoDatabaseFactory databases) {
		DeadLetterCollector collector = new DeadLetterCollector(deadLetters, codec, clock);
		return new TopicReader(
				new TopicReader.Subscription(NAME, codec.topics().prefix() + NAME,
						DeadLetterCollector.topics(codec.topics()), collector::take),
				topicCreation, clients, NAME, properties, databases, clock);
	}

	@Bean
	DeadLetterSender deadLetterSender(DeadLetterRepository deadLetters, EventPublisher publisher, Clock clock) {
		return new DeadLetterSender(deadLetters, publisher, clock);
	}

	@Bean
	DeadLetterService deadLetterService(DeadLetterRepository deadLetters, DeadLetterSender deadLetterSender,
			EventCodec codec, DeadLetterProperties properties, Clock clock) {
		return new DeadLetterService(deadLetters, deadLetterSender, codec, properties, clock);
	}

	@Bean
	DeadLetterCounts deadLetterCounts(DeadLetterRepository deadLetters) {
		return new DeadLetterCounts(deadLetters);
	}

	@Bean
	DeadLetterGauges deadLetterGauges(DeadLetterCounts counts, DeadLetterProperties properties, MeterRegistry meters,
			EventCodec codec) {
		return new DeadLetterGauges(counts, properties, meters, codec.topics());
	}

}
