package org.vivavoce.platform.reconciliation;

import java.util.List;
import java.util.Map;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

/**
 * Tallies of a projection at earlier offsets, so that the one at any offset follows from
 * few records. A checkpoint says what lies between two offsets of a partition, which
 * never changes: it is right whether or not the offsets behind it were stored.
 */
public final class Checkpoints {

	private static final String COLLECTION = "projection-checkpoints";

	private static final String TALLY = "tally";

	private final ReactiveMongoDatabaseFactory databases;

	private final String projection;

	public Checkpoints(ReactiveMongoDatabaseFactory databases, String projection) {
		this.databases = databases;
		this.projection = projection;
	}

	public Mono<Void> write(List<Map.Entry<TopicPartition, Tally>> checkpoints) {
		if (checkpoints.isEmpty()) {
			return Mono.empty();
		}
		List<ReplaceOneModel<Document>> writes = checkpoints.stream()
			.map((entry) -> write(entry.getKey(), entry.getValue()))
			.toList();
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono
				.from(database.getCollection(COLLECTION).bulkWrite(writes, new BulkWriteOptions().ordered(false))))
			.then();
	}

	private ReplaceOneModel<Document> write(TopicPartition partition, Tally tally) {
		String id = id(partition, tally.from(), tally.to());
		return new ReplaceOneModel<>(Filters.eq("_id", id),
				new Document("_id", id).append(TALLY, TallyDocument.of(tally)), new ReplaceOptions().upsert(true));
	}

	/**
	 * The last checkpoint at or before an offset, among those that count from the same
	 * one.
	 * @return the beginning when there is none
	 */
	public Mono<Tally> before(TopicPartition partition, long from, long offset) {
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono.from(database.getCollection(COLLECTION)
				.find(Filters.and(Filters.gte("_id", id(partition, from, from)),
						Filters.lte("_id", id(partition, from, offset))))
				.sort(Sorts.descending("_id"))
				.limit(1)))
			.map((document) -> TallyDocument.read(document.get(TALLY, Document.class)))
			.defaultIfEmpty(Tally.startingAt(from));
	}

	public Mono<Void> drop() {
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono.from(database.getCollection(COLLECTION)
				.deleteMany(Filters.and(Filters.gte("_id", this.projection + ":"),
						// the character behind the colon
						Filters.lt("_id", this.projection + ";")))))
			.then();
	}

	/**
	 * Forget those of a partition, which has begun anew.
	 */
	public Mono<Void> drop(TopicPartition partition) {
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono.from(database.getCollection(COLLECTION)
				.deleteMany(Filters.and(Filters.gte("_id", id(partition, 0, 0)),
						Filters.lte("_id", id(partition, Long.MAX_VALUE, Long.MAX_VALUE))))))
			.then();
	}

	/**
	 * Offsets of one width, so that the ids sort by them.
	 */
	private String id(TopicPartition partition, long from, long to) {
		return "%s:%s:%019d:%019d".formatted(this.projection, partition, from, to);
	}

}
