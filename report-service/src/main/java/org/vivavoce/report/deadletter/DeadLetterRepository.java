package org.vivavoce.report.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;

/**
 * Dead letters, their raw records, and who was forgotten. Raw records have a collection
 * of their own, so that lists and counts never load them.
 */
public final class DeadLetterRepository {

	private static final String RECORDS = "dead-letter-records";

	private static final String FORGOTTEN = "dead-letter-forgotten";

	private static final String ID = "_id";

	private final AggregateStore<DeadLetter> store;

	private final ReactiveMongoDatabaseFactory databases;

	DeadLetterRepository(AggregateStore<DeadLetter> deadLetters, ReactiveMongoDatabaseFactory databases) {
		this.store = deadLetters;
		this.databases = databases;
	}

	public Mono<DeadLetter> find(String id) {
		return this.store.find(id).map(Stored::state);
	}

	Mono<Map<String, DeadLetter>> findAll(Collection<String> ids) {
		return this.store.findAll(ids).collectMap(Stored::id, Stored::state);
	}

	public Flux<DeadLetter> find(Bson filter, Bson sort, int limit) {
		return this.store.find(filter, sort, limit).map(Stored::state);
	}

	/**
	 * Change a dead letter; nothing is written when it stays equal.
	 */
	Mono<DeadLetter> change(String id, Function<Optional<DeadLetter>, DeadLetter> next) {
		return this.store.change(id, (current) -> {
			DeadLetter after = next.apply(current);
			return current.filter(after::equals).isPresent() ? Decision.keep(after)
					: Decision.write(after, List.of(), after);
		});
	}

	Mono<Void> saveRecord(String id, RawRecord raw) {
		Document document = new Document(ID, id).append("key", raw.key())
			.append("value", raw.value())
			.append("timestamp", raw.timestamp())
			.append("headers",
					raw.headers()
						.stream()
						.map((header) -> new Document("name", header.name()).append("value", header.value()))
						.toList());
		return collection(RECORDS)
			.flatMap((records) -> Mono
				.from(records.replaceOne(Filters.eq(ID, id), document, new ReplaceOptions().upsert(true))))
			.then();
	}

	Mono<RawRecord> raw(String id) {
		return collection(RECORDS).flatMap((records) -> Mono.from(records.find(Filters.eq(ID, id)).first()))
			.map(DeadLetterRepository::raw);
	}

	private static RawRecord raw(Document document) {
		List<RawRecord.Header> headers = new ArrayList<>();
		document.getList("headers", Document.class)
			.forEach((header) -> headers.add(new RawRecord.Header(header.getString("name"), bytes(header, "value"))));
		return new RawRecord(bytes(document, "key"), headers, bytes(document, "value"),
				document.get("timestamp", Number.class).longValue());
	}

	private static byte @Nullable [] bytes(Document document, String field) {
		Binary binary = document.get(field, Binary.class);
		return (binary != null) ? binary.getData() : null;
	}

	Mono<Void> deleteRecord(String id) {
		return collection(RECORDS).flatMap((records) -> Mono.from(records.deleteOne(Filters.eq(ID, id)))).then();
	}

	/**
	 * Note that a person was forgotten; the latest time counts.
	 */
	Mono<Void> noteForgotten(String candidate, Instant at) {
		return collection(FORGOTTEN)
			.flatMap((forgotten) -> Mono.from(forgotten.updateOne(Filters.eq(ID, candidate),
					Updates.max("at", Date.from(at)), new UpdateOptions().upsert(true))))
			.then();
	}

	/**
	 * The latest time at which any of these was forgotten.
	 */
	Mono<Instant> forgottenAt(Collection<String> candidates) {
		return collection(FORGOTTEN).flatMapMany((forgotten) -> forgotten.find(Filters.in(ID, candidates)))
			.map((document) -> document.getDate("at").toInstant())
			.reduce((one, other) -> one.isAfter(other) ? one : other);
	}

	/**
	 * The only document that an aggregation gives. It is a command and not a query,
	 * because not every store has cursors of aggregations.
	 */
	Mono<Document> aggregate(List<Bson> pipeline) {
		Document command = new Document("aggregate", DeadLetterQuery.COLLECTION)
			.append("pipeline", pipeline.stream().map(Bson::toBsonDocument).toList())
			.append("cursor", new Document());
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono.from(database.runCommand(command)))
			.flatMapIterable((answer) -> answer.get("cursor", Document.class).getList("firstBatch", Document.class))
			.next();
	}

	public Mono<Long> count(Bson filter) {
		return collection(DeadLetterQuery.COLLECTION)
			.flatMap((documents) -> Mono.from(documents.countDocuments(filter)));
	}

	private Mono<MongoCollection<Document>> collection(String name) {
		return this.databases.getMongoDatabase().map((database) -> database.getCollection(name));
	}

}
