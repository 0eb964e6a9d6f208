package org.vivavoce.platform.projection;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.reconciliation.RecordDigest;

/**
 * Which records a projection could not apply, in the database of its documents: what it
 * has taken from a partition, less these, is what its documents hold.
 */
public final class ParkedRecords {

	private static final String COLLECTION = "projection-parked";

	private static final String OFFSET = "offset";

	private static final String DIGEST = "digest";

	private final ReactiveMongoDatabaseFactory databases;

	private final String projection;

	public ParkedRecords(ReactiveMongoDatabaseFactory databases, String projection) {
		this.databases = databases;
		this.projection = projection;
	}

	/**
	 * A record that was not applied.
	 *
	 * @param digest see {@link RecordDigest}, as it is shown
	 */
	record Parked(long offset, String digest) {

	}

	Mono<Void> write(List<Unwritable> unwritable, Instant now) {
		if (unwritable.isEmpty()) {
			return Mono.empty();
		}
		List<ReplaceOneModel<Document>> writes = unwritable.stream().map((each) -> write(each, now)).toList();
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono
				.from(database.getCollection(COLLECTION).bulkWrite(writes, new BulkWriteOptions().ordered(false))))
			.then();
	}

	private ReplaceOneModel<Document> write(Unwritable unwritable, Instant now) {
		ConsumerRecord<byte[], byte[]> message = unwritable.message();
		String id = id(StoredPositions.partition(message), message.offset());
		return new ReplaceOneModel<>(Filters.eq("_id", id),
				new Document("_id", id).append("projection", this.projection)
					.append("topic", message.topic())
					.append("partition", message.partition())
					.append(OFFSET, message.offset())
					.append("key", (message.key() != null) ? new Binary(message.key()) : null)
					.append("document", unwritable.documentId())
					.append("reason", unwritable.reason())
					.append(DIGEST, RecordDigest.hex(RecordDigest.of(message)))
					.append("at", Date.from(now)),
				new ReplaceOptions().upsert(true));
	}

	/**
	 * Those of a partition in a range of offsets.
	 * @param from the first offset
	 * @param to the offset behind the last
	 */
	Flux<Parked> between(TopicPartition partition, long from, long to) {
		return find(Filters.and(Filters.gte("_id", id(partition, from)), Filters.lt("_id", id(partition, to))))
			.map((document) -> new Parked(document.get(OFFSET, Number.class).longValue(), document.getString(DIGEST)));
	}

	private Flux<Document> find(Bson filter) {
		return this.databases.getMongoDatabase()
			.flatMapMany((database) -> database.getCollection(COLLECTION).find(filter));
	}

	/**
	 * How many there are.
	 */
	public Mono<Long> count() {
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono.from(database.getCollection(COLLECTION).countDocuments(all())));
	}

	/**
	 * Forget those of a partition, which has begun anew.
	 */
	Mono<Void> drop(TopicPartition partition) {
		return delete(
				Filters.and(Filters.gte("_id", id(partition, 0)), Filters.lte("_id", id(partition, Long.MAX_VALUE))));
	}

	public Mono<Void> drop() {
		return delete(all());
	}

	private Mono<Void> delete(Bson filter) {
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono.from(database.getCollection(COLLECTION).deleteMany(filter)))
			.then();
	}

	private Bson all() {
		// the character behind the colon
		return Filters.and(Filters.gte("_id", this.projection + ":"), Filters.lt("_id", this.projection + ";"));
	}

	/**
	 * Offsets of one width, so that the ids sort by them.
	 */
	private String id(TopicPartition partition, long offset) {
		return "%s:%s:%019d".formatted(this.projection, partition, offset);
	}

}
