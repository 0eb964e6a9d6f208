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

/**
 * The letter box and its parts.
 */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

	private static final String NAME = "dead-letters";

	@Bean
	AggregateStore<DeadLetter> letterStore(AggregateStores stores) {
		return stores.create(DeadLetterQuery.COLLECTION, DeadLetter.class, DeadLetterQuery.indexes());
	}

	@Bean
	DeadLetterRepository letterRepository(AggregateStore<DeadLetter> letterStore,
			ReactiveMongoDatabaseFactory databases) {
		return new DeadLetterRepository(letterStore, databases);
	}

	@Bean
	TopicReader letterReader(DeadLetterRepository letters, EventCodec codec, Clock clock, TopicCreation topicCreation,
			BrokerClients clients, ProjectionProperties properties, ReactiveMongoDatabaseFactory databases) {
		DeadLetterCollector box = new DeadLetterCollector(letters, codec, clock);
		return new TopicReader(
				new TopicReader.Subscription(NAME, codec.topics().prefix() + NAME,
						DeadLetterCollector.topics(codec.topics()), box::take),
				topicCreation, clients.consumer(NAME), properties, databases);
	}

	@Bean
	DeadLetterSender resending(DeadLetterRepository letters, EventPublisher publisher, Clock clock) {
		return new DeadLetterSender(letters, publisher, clock);
	}

	@Bean
	DeadLetterService letterDesk(DeadLetterRepository letters, DeadLetterSender deadLetterSender, EventCodec codec,
			DeadLetterProperties properties, Clock clock) {
		return new DeadLetterService(letters, deadLetterSender, codec, properties, clock);
	}

	@Bean
	DeadLetterCounts letterCounts(DeadLetterRepository letters) {
		return new DeadLetterCounts(letters);
	}

	@Bean
	DeadLetterGauges letterGauges(DeadLetterCounts counts, DeadLetterProperties properties, MeterRegistry meters,
			EventCodec codec) {
		return new DeadLetterGauges(counts, properties, meters, codec.topics());
	}

}
