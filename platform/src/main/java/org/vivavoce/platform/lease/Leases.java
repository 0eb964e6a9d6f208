package org.vivavoce.platform.lease;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

/**
 * Work that one instance of a service does for all, until it stops asking for it. The
 * clocks of the instances decide, so two may hold a lease for a moment: what is done
 * under one has to bear that.
 */
public final class Leases {

	private static final String COLLECTION = "leases";

	private static final String HOLDER = "holder";

	private static final String UNTIL = "until";

	private final ReactiveMongoDatabaseFactory databases;

	private final Clock clock;

	private final String holder = UUID.randomUUID().toString();

	public Leases(ReactiveMongoDatabaseFactory databases, Clock clock) {
		this.databases = databases;
		this.clock = clock;
	}

	/**
	 * Take or extend a lease.
	 * @param duration after which another instance may take it
	 * @return whether this instance has it now
	 */
	public Mono<Boolean> acquire(String name, Duration duration) {
		Instant now = this.clock.instant();
		Bson hold = Updates.combine(Updates.set(HOLDER, this.holder),
				Updates.set(UNTIL, Date.from(now.plus(duration))));
		Bson mine = Filters.and(Filters.eq("_id", name), Filters.eq(HOLDER, this.holder));
		Bson free = Filters.and(Filters.eq("_id", name), Filters.lt(UNTIL, Date.from(now)));
		return leases().flatMap((leases) -> Mono.from(leases.updateOne(mine, hold))
			.map((extended) -> extended.getMatchedCount() == 1)
			.filter(Boolean::booleanValue)
			.switchIfEmpty(Mono.from(leases.updateOne(free, hold, new UpdateOptions().upsert(true))).thenReturn(true))
			// somebody else's lease does not match, so the upsert tried to insert it anew
			.onErrorResume(MongoWriteException.class,
					(ex) -> (ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) ? Mono.just(false)
							: Mono.error(ex)));
	}

	/**
	 * Let others have it at once.
	 */
	public Mono<Void> release(String name) {
		return leases()
			.flatMap((leases) -> Mono
				.from(leases.deleteOne(Filters.and(Filters.eq("_id", name), Filters.eq(HOLDER, this.holder)))))
			.then();
	}

	private Mono<MongoCollection<Document>> leases() {
		return this.databases.getMongoDatabase().map((database) -> database.getCollection(COLLECTION));
	}

}
