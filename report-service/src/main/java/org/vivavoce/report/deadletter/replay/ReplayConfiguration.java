package org.vivavoce.report.deadletter.replay;

import java.time.Clock;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.report.deadletter.DeadLetterProperties;
import org.vivavoce.report.deadletter.DeadLetterRepository;
import org.vivavoce.report.deadletter.DeadLetterSender;

@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

	@Bean
	AggregateStore<BulkReplay> bulkReplayStore(AggregateStores stores) {
		return stores.create(BulkReplays.COLLECTION, BulkReplay.class,
				new IndexModel(Indexes.ascending("state.status", "state.startedAt")),
				new IndexModel(Indexes.ascending("state.startedAt")));
	}

	@Bean
	BulkReplayWorker bulkReplayWorker(AggregateStore<BulkReplay> bulkReplayStore, DeadLetterRepository deadLetters,
			DeadLetterSender deadLetterSender, DeadLetterProperties properties, Clock clock) {
		return new BulkReplayWorker(bulkReplayStore, deadLetters, deadLetterSender, properties, clock);
	}

	@Bean
	BulkReplays bulkReplays(AggregateStore<BulkReplay> bulkReplayStore, DeadLetterRepository deadLetters,
			BulkReplayWorker worker, Clock clock) {
		return new BulkReplays(bulkReplayStore, deadLetters, worker, clock);
	}

}
