package org.vivavoce.system;

import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The events of a pipeline that are written and not published yet.
 */
final class Outboxes {

	private static final List<String> SERVICES = List.of("question-service", "scoring-service");

	private final String store;

	private final List<String> databases;

	/**
	 * Those of a standalone process.
	 */
	Outboxes(int port) {
		this.store = "mongodb://127.0.0.1:" + port;
		this.databases = SERVICES;
	}

	Outboxes(Deployment deployment) {
		this.store = deployment.backing().connectionString();
		this.databases = SERVICES.stream().map(deployment::database).toList();
	}

	long waiting() {
		try (MongoClient client = MongoClients.create(this.store)) {
			return Flux.fromIterable(this.databases)
				.map(client::getDatabase)
				.concatMap(Outboxes::waiting)
				.reduce(0L, Long::sum)
				.blockOptional()
				.orElseThrow();
		}
	}

	private static Mono<Long> waiting(MongoDatabase database) {
		return Flux.from(database.listCollectionNames())
			.concatMap((name) -> database.getCollection(name).countDocuments(Filters.exists("outbox.0")))
			.reduce(0L, Long::sum);
	}

}
