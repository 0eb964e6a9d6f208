package org.vivavoce.platform.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.reconciliation.Checkpoints;
import org.vivavoce.platform.reconciliation.Tally;
import org.vivavoce.platform.reconciliation.TallyDocument;

/**
 * The offsets of a projection, in the database of its documents: any copy of the database
 * knows exactly what it misses, and what it holds.
 */
public final class Offsets {

	private static final String NEXT = "next";

	private static final String TALLY = "tally";

	private static final String TOPIC_ID = "topicId";

	private static final String COLLECTION = "projection-offsets";

	private final ReactiveMongoDatabaseFactory databases;

	private final String projection;

	public Offsets(ReactiveMongoDatabaseFactory databases, String projection) {
		this.databases = databases;
		this.projection = projection;
	}

	/**
	 * How far these partitions were read; from the offset 0 where there is nothing yet.
	 */
	public Mono<Map<TopicPartition, Tally>> load(Collection<TopicPartition> partitions) {
		Map<String, TopicPartition> byId = new HashMap<>();
		partitions.forEach((partition) -> byId.put(id(partition), partition));
		return this.databases.getMongoDatabase()
			.flatMapMany((database) -> database.getCollection(COLLECTION).find(Filters.in("_id", byId.keySet())))
			.collectMap((document) -> byId.get(document.getString("_id")), Offsets::tally)
			.map((found) -> {
				Map<TopicPartition, Tally> tallies = new HashMap<>(found);
				partitions.forEach((partition) -> tallies.putIfAbsent(partition, Tally.startingAt(0)));
				return tallies;
			});
	}

	/**
	 * How far all partitions were read that were read at all.
	 */
	public Mono<Map<TopicPartition, Tally>> all() {
		return this.databases.getMongoDatabase()
			.flatMapMany(
					(database) -> database.getCollection(COLLECTION).find(Filters.eq("projection", this.projection)))
			.collectMap((document) -> new TopicPartition(document.getString("topic"), document.getInteger("partition")),
					Offsets::tally);
	}

	/**
	 * A tally that does not end at the offset was left behind by a release that knew
	 * none: it counts anew from there.
	 */
	private static Tally tally(Document document) {
		long next = document.get(NEXT, Number.class).longValue();
		Document stored = document.get(TALLY, Document.class);
		Tally tally = (stored != null) ? TallyDocument.read(stored) : Tally.startingAt(next);
		return (tally.to() == next) ? tally : Tally.startingAt(next);
	}

	/**
	 * The ids of the topics that these offsets belong to, where they are known.
	 */
	Mono<Map<TopicPartition, String>> topicIds(Collection<TopicPartition> partitions) {
		Map<String, TopicPartition> byId = new HashMap<>();
		partitions.forEach((partition) -> byId.put(id(partition), partition));
		return this.databases.getMongoDatabase()
			.flatMapMany((database) -> database.getCollection(COLLECTION)
				.find(Filters.and(Filters.in("_id", byId.keySet()), Filters.exists(TOPIC_ID))))
			.collectMap((document) -> byId.get(document.getString("_id")), (document) -> document.getString(TOPIC_ID));
	}

	/**
	 * Begin anew with a partition whose topic was deleted and created again: nothing that
	 * is known of the offsets before holds any more.
	 */
	Mono<Void> restart(TopicPartition partition, String topicId) {
		return new Checkpoints(this.databases, this.projection).drop(partition)
			.then(new ParkedRecords(this.databases, this.projection).drop(partition))
			.then(this.databases.getMongoDatabase())
			.flatMap((database) -> Mono.from(database.getCollection(COLLECTION)
				.updateOne(Filters.eq("_id", id(partition)), Updates.combine(Updates.set(NEXT, 0L),
						Updates.set(TALLY, TallyDocument.of(Tally.startingAt(0))), Updates.set(TOPIC_ID, topicId)))))
			.then();
	}

	/**
	 * Move offsets on, each only from where this reader believes it to be.
	 * @param topicIds of the topics, as far as they are known
	 * @return false when one was elsewhere: the database was set back, or another reader
	 * owns the partition
	 */
	Mono<Boolean> advance(Map<TopicPartition, Tally> from, Map<TopicPartition, Tally> to,
			Map<String, String> topicIds) {
		List<UpdateOneModel<Document>> updates = to.entrySet()
			.stream()
			.map((entry) -> update(entry.getKey(), from.getOrDefault(entry.getKey(), Tally.startingAt(0)).to(),
					entry.getValue(), topicIds.get(entry.getKey().topic())))
			.toList();
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono
				.from(database.getCollection(COLLECTION).bulkWrite(updates, new BulkWriteOptions().ordered(false))))
			.map((result) -> result.getMatchedCount() + result.getUpserts().size() == updates.size())
			.onErrorResume(MongoBulkWriteException.class,
					(ex) -> ex.getWriteErrors()
						.stream()
						.allMatch((error) -> error.getCategory() == ErrorCategory.DUPLICATE_KEY) ? Mono.just(false)
								: Mono.error(ex));
	}

	/**
	 * Let another projection go on with a topic where this one has stopped reading it,
	 * unless it has begun with it already. May be repeated.
	 */
	public Mono<Void> handOver(String topic, String other) {
		return this.databases.getMongoDatabase()
			.map((database) -> database.getCollection(COLLECTION))
			.flatMap((offsets) -> Flux
				.from(offsets.find(Filters.and(Filters.eq("projection", this.projection), Filters.eq("topic", topic))))
				.concatMap((document) -> {
					TopicPartition partition = new TopicPartition(topic, document.getInteger("partition"));
					Document copy = new Document(document)
						.append("_id", new Offsets(this.databases, other).id(partition))
						.append("projection", other);
					return Mono.from(offsets.insertOne(copy))
						.then()
						.onErrorResume(MongoWriteException.class,
								(ex) -> (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) ? Mono.empty()
										: Mono.error(ex))
						.then(Mono.from(offsets.deleteOne(Filters.eq("_id", id(partition)))));
				})
				.then());
	}

	/**
	 * Forget that anything was read, checkpoints and parked records included.
	 */
	public Mono<Void> drop() {
		return new Checkpoints(this.databases, this.projection).drop()
			.then(new ParkedRecords(this.databases, this.projection).drop())
			.then(this.databases.getMongoDatabase())
			.flatMap((database) -> Mono
				.from(database.getCollection(COLLECTION).deleteMany(Filters.eq("projection", this.projection))))
			.then();
	}

	private UpdateOneModel<Document> update(TopicPartition partition, long from, Tally to, @Nullable String topicId) {
		Bson update = Updates.combine(Updates.set(NEXT, to.to()), Updates.set(TALLY, TallyDocument.of(to)),
				Updates.set("projection", this.projection), Updates.set("topic", partition.topic()),
				Updates.set("partition", partition.partition()));
		return new UpdateOneModel<>(Filters.and(Filters.eq("_id", id(partition)), Filters.eq(NEXT, from)),
				(topicId != null) ? Updates.combine(update, Updates.set(TOPIC_ID, topicId)) : update,
				// only a partition that was never read has no document
				new UpdateOptions().upsert(from == 0));
	}

	private String id(TopicPartition partition) {
		return this.projection + ":" + partition;
	}

}
