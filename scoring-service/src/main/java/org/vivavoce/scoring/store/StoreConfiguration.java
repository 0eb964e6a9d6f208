package org.vivavoce.scoring.store;

import java.time.Clock;
import java.util.List;

import com.mongodb.client.model.IndexModel;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.EventCodec;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.outbox.OutboxRelay;
import org.vivavoce.platform.projection.Offsets;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.platform.store.Indexes;
import org.vivavoce.scoring.sheet.Candidate;
import org.vivavoce.scoring.sheet.InterviewSheet;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

	static final String SHEETS = "sheets";

	static final String CANDIDATES = "sheet-candidates";

	private static final List<IndexModel> SHEET_INDEXES = List.of(new IndexModel(
			compoundIndex(ascending(SheetFields.PANEL), descending(SheetFields.SINCE), ascending(SheetFields.ID))),
			new IndexModel(ascending(SheetFields.CANDIDATE)));

	@Bean
	SheetMigration sheetMigration(AggregateStores stores, ReactiveMongoDatabaseFactory databases) {
		return new SheetMigration(stores, databases);
	}

	/**
	 * The projection of candidates goes on where that of the sheets, which read their
	 * topic before, has stopped.
	 */
	@Bean("sheetMigrationHealthIndicator")
	MovedSheets movedSheets(SheetMigration migration, ReactiveMongoDatabaseFactory databases, EventCodec codec,
			OutboxRelay relay, Clock clock) {
		return new MovedSheets(migration, new Offsets(databases, "score-sheets")
			.handOver(codec.topics().name(EventType.CANDIDATE_PROFILED), "sheet-candidates"), relay, clock);
	}

	@Bean
	AggregateStore<InterviewSheet> sheetStore(AggregateStores stores, MovedSheets moved, Indexes indexes,
			OutboxRelay relay) {
		indexes.want(SHEETS, SHEET_INDEXES);
		indexes.want(SHEETS, OutboxRelay.INDEXES);
		relay.sweep(SHEETS);
		return stores.at(moved.onceMoved(SHEETS), InterviewSheet.class);
	}

	/**
	 * No change of a candidate has events; those that earlier releases have left wait
	 * here.
	 */
	@Bean
	AggregateStore<Candidate> candidateStore(AggregateStores stores, MovedSheets moved, Indexes indexes,
			OutboxRelay relay) {
		indexes.want(CANDIDATES, OutboxRelay.INDEXES);
		relay.sweep(CANDIDATES);
		return stores.at(moved.onceMoved(CANDIDATES), Candidate.class);
	}

	@Bean
	Forgetting forgetting(AggregateStores stores, MovedSheets moved, ReactiveMongoDatabaseFactory databases,
			AggregateStore<Candidate> candidates) {
		return new Forgetting(stores.unlimited(moved.onceMoved(SHEETS), InterviewSheet.class),
				Mono.zip(databases.getMongoDatabase(), moved.onceMoved(SHEETS),
						(database, name) -> database.getCollection(name)),
				candidates);
	}

}
