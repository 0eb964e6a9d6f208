package org.vivavoce.platform.store;

import java.time.Duration;

import org.bson.Document;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

/**
 * Whether the store answers.
 */
public final class StoreHealth implements ReactiveHealthIndicator {

	private static final Duration TIMEOUT = Duration.ofSeconds(4);

	private final ReactiveMongoDatabaseFactory databases;

	public StoreHealth(ReactiveMongoDatabaseFactory databases) {
		this.databases = databases;
	}

	@Override
	public Mono<Health> health() {
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono.from(database.runCommand(new Document("ping", 1))))
			.map((pong) -> Health.up().build())
			.timeout(TIMEOUT)
			.onErrorResume((ex) -> Mono.just(Health.down(ex).build()));
	}

}
