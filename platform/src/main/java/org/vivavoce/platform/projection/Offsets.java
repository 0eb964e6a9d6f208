package org.vivavoce.platform.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

/**
 * The offsets of a projection, in the database of its documents: any copy of the database
 * knows exactly what it misses.
 */
public final class Offsets {

	private static final String NEXT = "next";

	private static final String COLLECTION = "projection-offsets";

	private final ReactiveMongoDatabaseFactory databases;

	private final String projection;

	public Offsets(ReactiveMongoDatabaseFactory databases, String projection) {
		this.databases = databases;
		this.projection = projection;
	}

	/**
	 * The offsets of the next records to read; 0 for partitions without one.
	 */
	public Mono<Map<TopicPartition, Long>> load(Collection<TopicPartition> partitions) {
		Map<String, TopicPartition> byId = new HashMap<>();
		partitions.forEach((partition) -> byId.put(id(partition), partition));
		return this.databases.getMongoDatabase()
			.flatMapMany((database) -> database.getCollection(COLLECTION).find(Filters.in("_id", byId.keySet())))
			.collectMap((document) -> byId.get(document.getString("_id")),
					(document) -> document.get(NEXT, Number.class).longValue())
			.map((found) -> {
				Map<TopicPartition, Long> offsets = new HashMap<>(found);
				partitions.forEach((partition) -> offsets.putIfAbsent(partition, 0L));
				return offsets;
			});
	}

	/**
	 * All offsets of the projection, by the name of topic and partition.
	 */
	public Flux<Map.Entry<TopicPartition, Long>> all() {
		return this.databases.getMongoDatabase()
			.flatMapMany((database) -> database.getCollection(COLLECTION)
				.find(Filters.eq("projection", this.projection))
				.sort(new Document("_id", 1)))
			.map((document) -> Map.entry(
					new TopicPartition(document.getString("topic"), document.getInteger("partition")),
					document.get(NEXT, Number.class).longValue()));
	}

	/**
	 * Move offsets on, each only from where this reader believes it to be.
	 * @return false when one was elsewhere: the database was set back, or another reader
	 * owns the partition
	 */
	Mono<Boolean> advance(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
		List<UpdateOneModel<Document>> updates = to.entrySet()
			.stream()
			.map((entry) -> update(entry.getKey(), from.getOrDefault(entry.getKey(), 0L), entry.getValue()))
			.toList();
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono
				.from(database.getCollection(COLLECTION).bulkWrite(updates, new BulkWriteOptions().ordered(false))))
			.map((result) -> result.getMatchedCount() + result.getUpserts().size() == updates.size())
			.onErrorResume(com.mongodb.MongoBulkWriteException.class,
					(ex) -> ex.getWriteErrors()
						.stream()
						.allMatch((error) -> error.getCategory() == com.mongodb.ErrorCategory.DUPLICATE_KEY)
								? Mono.just(false) : Mono.error(ex));
	}

	private UpdateOneModel<Document> update(TopicPartition partition, long from, long to) {
		return new UpdateOneModel<>(Filters.and(Filters.eq("_id", id(partition)), Filters.eq(NEXT, from)),
				Updates.combine(Updates.set(NEXT, to), Updates.set("projection", this.projection),
						Updates.set("topic", partition.topic()), Updates.set("partition", partition.partition())),
				// only a partition that was never read has no document
				new UpdateOptions().upsert(from == 0));
	}

	private String id(TopicPartition partition) {
		return this.projection + ":" + partition;
	}

}
