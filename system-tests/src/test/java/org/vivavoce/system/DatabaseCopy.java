package org.vivavoce.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * A copy of a projection's database, to be put back later.
 */
final class DatabaseCopy {

	private static final String ID = "_id";

	/** Documents first: offsets that are older than the documents only repeat events. */
	private static final List<String> COLLECTIONS = List.of("scorecards", "projection-offsets");

	private final Deployment deployment;

	private final Map<String, List<Document>> collections = new LinkedHashMap<>();

	private DatabaseCopy(Deployment deployment) {
		this.deployment = deployment;
	}

	/**
	 * Copy while report-service does nothing.
	 */
	static DatabaseCopy of(Deployment deployment) {
		DatabaseCopy copy = new DatabaseCopy(deployment);
		copy.inDatabase((database) -> {
			for (String name : COLLECTIONS) {
				copy.collections.put(name, all(database.getCollection(name).find()));
			}
			return copy;
		});
		return copy;
	}

	/**
	 * Put the copy back: what was added since is gone, what was changed is as it was.
	 */
	void putBack() {
		inDatabase((database) -> {
			this.collections.forEach((name, documents) -> {
				List<Object> ids = documents.stream().map((document) -> document.get(ID)).toList();
				all(database.getCollection(name).deleteMany(Filters.nin(ID, ids)));
				documents.forEach((document) -> all(database.getCollection(name)
					.replaceOne(Filters.eq(ID, document.get(ID)), document, new ReplaceOptions().upsert(true))));
			});
			return this;
		});
	}

	int documents() {
		return this.collections.values().stream().mapToInt(List::size).sum();
	}

	private <R> R inDatabase(Function<MongoDatabase, R> use) {
		try (MongoClient client = MongoClients.create(this.deployment.backing().connectionString())) {
			return use.apply(client.getDatabase(this.deployment.database("report-service")));
		}
	}

	private static <T> List<T> all(Publisher<T> publisher) {
		return Flux.from(publisher).collectList().blockOptional().orElseThrow();
	}

}
