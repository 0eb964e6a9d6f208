package org.vivavoce.report.projection;

import java.util.List;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.stereotype.Component;

import org.vivavoce.platform.projection.Offsets;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.AggregateStores;
import org.vivavoce.report.generation.GenerationName;
import org.vivavoce.report.scorecard.CardDocument;

/**
 * The collections of the generations, each with its indexes from the beginning.
 */
@Component
class GenerationCollections {

	private static final String UPDATED_AT = "state.index.updatedAt";

	private static final String SCORE = "state.index.sortScore";

	private static final String OUTCOME = "state.index.outcome";

	private static final String TECHNOLOGY = "state.index.interviews.technology";

	private static final String LEVEL = "state.index.interviews.level";

	private static final String ID = "_id";

	/**
	 * Both orders of the list, for all cards and for each filter; all are read from
	 * either end. With two filters one of them is looked up, and its cards are compared
	 * with the other: an index for each pair would cost every write of a card more.
	 */
	private static final List<IndexModel> INDEXES = List.of(new IndexModel(Indexes.ascending(UPDATED_AT, ID)),
			new IndexModel(Indexes.ascending(SCORE, ID)), new IndexModel(Indexes.ascending(OUTCOME, UPDATED_AT, ID)),
			new IndexModel(Indexes.ascending(OUTCOME, SCORE, ID)),
			new IndexModel(Indexes.ascending(TECHNOLOGY, UPDATED_AT, ID)),
			new IndexModel(Indexes.ascending(TECHNOLOGY, SCORE, ID)),
			new IndexModel(Indexes.ascending(LEVEL, UPDATED_AT, ID)),
			new IndexModel(Indexes.ascending(LEVEL, SCORE, ID)),
			// what changed lately, for streams that resume
			new IndexModel(Indexes.ascending("writtenAt")));

	private final ReactiveMongoDatabaseFactory databases;

	private final AggregateStores stores;

	GenerationCollections(ReactiveMongoDatabaseFactory databases, AggregateStores stores) {
		this.databases = databases;
		this.stores = stores;
	}

	AggregateStore<CardDocument> store(int generation) {
		return this.stores.at(Mono.just(GenerationName.collection(generation)), CardDocument.class);
	}

	Offsets offsets(int generation) {
		return new Offsets(this.databases, GenerationName.projection(generation));
	}

	Mono<Void> create(int generation) {
		return this.databases.getMongoDatabase()
			.flatMapMany(
					(database) -> database.getCollection(GenerationName.collection(generation)).createIndexes(INDEXES))
			.then();
	}

	/**
	 * Offsets last: a crash in between leaves nothing that would be taken for complete.
	 */
	Mono<Void> drop(int generation) {
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono.from(database.getCollection(GenerationName.collection(generation)).drop()))
			.then(offsets(generation).drop());
	}

}
