package org.vivavoce.report.deadletter;

import java.time.Clock;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
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
	AggregateStore<Letter> letterStore(AggregateStores stores) {
		return stores.create(LetterQuery.COLLECTION, Letter.class, LetterQuery.indexes());
	}

	@Bean
	AggregateStore<BulkReplay> bulkReplayStore(AggregateStores stores) {
		return stores.create(BulkReplays.COLLECTION, BulkReplay.class,
				new IndexModel(Indexes.ascending("state.status", "state.startedAt")),
				new IndexModel(Indexes.ascending("state.startedAt")));
	}

	@Bean
	LetterRepository letterRepository(AggregateStore<Letter> letterStore, ReactiveMongoDatabaseFactory databases) {
		return new LetterRepository(letterStore, databases);
	}

	@Bean
	TopicReader letterReader(LetterRepository letters, EventCodec codec, Clock clock, TopicCreation topicCreation,
			BrokerClients clients, ProjectionProperties properties, ReactiveMongoDatabaseFactory databases) {
		LetterBox box = new LetterBox(letters, codec, clock);
		return new TopicReader(new TopicReader.Reading(NAME, codec.topics().prefix() + NAME,
				LetterBox.topics(codec.topics()), box::take), topicCreation, clients.consumer(NAME), properties,
				databases);
	}

	@Bean
	Resending resending(LetterRepository letters, EventPublisher publisher, Clock clock) {
		return new Resending(letters, publisher, clock);
	}

	@Bean
	LetterDesk letterDesk(LetterRepository letters, Resending resending, EventCodec codec,
			DeadLetterProperties properties, Clock clock) {
		return new LetterDesk(letters, resending, codec, properties, clock);
	}

	@Bean
	LetterCounts letterCounts(LetterRepository letters) {
		return new LetterCounts(letters);
	}

	@Bean
	LetterGauges letterGauges(LetterCounts counts, DeadLetterProperties properties, MeterRegistry meters,
			EventCodec codec) {
		return new LetterGauges(counts, properties, meters, codec.topics());
	}

	@Bean
	BulkReplayWorker bulkReplayWorker(AggregateStore<BulkReplay> bulkReplayStore, LetterRepository letters,
			Resending resending, DeadLetterProperties properties, Clock clock) {
		return new BulkReplayWorker(bulkReplayStore, letters, resending, properties, clock);
	}

	@Bean
	BulkReplays bulkReplays(AggregateStore<BulkReplay> bulkReplayStore, LetterRepository letters,
			BulkReplayWorker worker, Clock clock) {
		return new BulkReplays(bulkReplayStore, letters, worker, clock);
	}

}
