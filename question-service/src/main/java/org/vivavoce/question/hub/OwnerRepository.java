package org.vivavoce.question.hub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

/**
 * Which set each question id belongs to, for good: {@code {_id: question id, set}}. An id
 * is taken before its set is written, so that two imports at the same time never share
 * one.
 */
public final class OwnerRepository {

	static final String COLLECTION = "question-owners";

	private final Mono<MongoCollection<Document>> collection;

	public OwnerRepository(ReactiveMongoDatabaseFactory databases) {
		this.collection = databases.getMongoDatabase().map((database) -> database.getCollection(COLLECTION));
	}

	/**
	 * Take question ids for a set.
	 * @return the ids that belong to other sets, with these sets; when there are any,
	 * none is taken
	 */
	public Mono<Map<String, String>> take(String set, Set<String> ids) {
		return owners(ids).flatMap((owners) -> {
			List<Document> missing = ids.stream()
				.filter((id) -> !owners.containsKey(id))
				.map((id) -> new Document("_id", id).append("set", set))
				.toList();
			return (missing.isEmpty() || !others(owners, set).isEmpty()) ? Mono.just(others(owners, set))
					: insert(missing).then(owners(ids)).map((after) -> others(after, set));
		});
	}

	/**
	 * The ids that belong to other sets, with these sets. Nothing is taken.
	 */
	public Mono<Map<String, String>> others(String set, Set<String> ids) {
		return owners(ids).map((owners) -> others(owners, set));
	}

	/**
	 * The set that a question id belongs to; empty when it belongs to none.
	 */
	public Mono<String> set(String id) {
		return owners(Set.of(id)).mapNotNull((owners) -> owners.get(id));
	}

	private Mono<Map<String, String>> owners(Set<String> ids) {
		return this.collection.flatMapMany((owners) -> owners.find(Filters.in("_id", ids)))
			.collectMap((owner) -> owner.getString("_id"), (owner) -> owner.getString("set"));
	}

	private static Map<String, String> others(Map<String, String> owners, String set) {
		Map<String, String> others = new HashMap<>(owners);
		others.values().removeIf(set::equals);
		return others;
	}

	private Mono<Void> insert(List<Document> missing) {
		return this.collection
			.flatMap((owners) -> Mono.from(owners.insertMany(missing, new InsertManyOptions().ordered(false))))
			.then()
			// another import was faster: whose id it is will be read again
			.onErrorResume(MongoBulkWriteException.class,
					(ex) -> ex.getWriteErrors()
						.stream()
						.allMatch((error) -> error.getCategory() == ErrorCategory.DUPLICATE_KEY) ? Mono.empty()
								: Mono.error(ex));
	}

}
