package org.vivavoce.platform.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Sorts;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.background.BackgroundWork;
import org.vivavoce.platform.store.Indexes;
import org.vivavoce.platform.store.StateJson;

/**
 * The audit log in the service's database. Lines are only ever added, and removed when
 * they are older than the retention.
 */
final class AuditLog implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(AuditLog.class);

	private static final String COLLECTION = "audit";

	private static final String AT = "at";

	private static final String WHO = "entry.who";

	private static final String STATUS = "entry.status";

	private static final Bson NEWEST_FIRST = Sorts.descending(AT, "_id");

	private static final Duration PURGE_INTERVAL = Duration.ofHours(6);

	private final ReactiveMongoDatabaseFactory databases;

	private final Clock clock;

	private final Duration retention;

	private volatile Disposable purging = Disposables.disposed();

	private volatile boolean running;

	AuditLog(ReactiveMongoDatabaseFactory databases, Indexes indexes, Clock clock, Duration retention) {
		indexes.want(COLLECTION,
				List.of(new IndexModel(NEWEST_FIRST), new IndexModel(Sorts.orderBy(Sorts.ascending(WHO), NEWEST_FIRST)),
						new IndexModel(Sorts.orderBy(Sorts.ascending(STATUS), NEWEST_FIRST))));
		this.databases = databases;
		this.clock = clock;
		this.retention = retention;
	}

	/**
	 * Add a line; completes when the store has it.
	 */
	Mono<Void> add(AuditEntry entry) {
		Document document = new Document("_id", entry.id()).append(AT, Date.from(entry.at()))
			.append("entry", StateJson.toDocument(entry));
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono.from(database.getCollection(COLLECTION).insertOne(document)))
			.then();
	}

	/**
	 * Lines, newest first.
	 * @param before the last line of the page before
	 * @param limit at most so many, from 1
	 */
	Flux<AuditEntry> find(@Nullable String who, @Nullable Integer status, @Nullable AuditPosition before, int limit) {
		List<Bson> filters = new ArrayList<>(List.of(new Document()));
		if (who != null) {
			filters.add(Filters.eq(WHO, who));
		}
		if (status != null) {
			filters.add(Filters.eq(STATUS, status));
		}
		if (before != null) {
			Date at = Date.from(before.at());
			filters
				.add(Filters.or(Filters.lt(AT, at), Filters.and(Filters.eq(AT, at), Filters.lt("_id", before.id()))));
		}
		return this.databases.getMongoDatabase()
			.flatMapMany((database) -> database.getCollection(COLLECTION)
				.find(Filters.and(filters))
				.sort(NEWEST_FIRST)
				.limit(limit))
			.map((document) -> StateJson.fromDocument(document.get("entry", Document.class), AuditEntry.class));
	}

	/**
	 * Not left to an index of the store, because not every store honours those.
	 */
	Mono<Long> purge() {
		Instant old = this.clock.instant().minus(this.retention);
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono
				.from(database.getCollection(COLLECTION).deleteMany(Filters.lt(AT, Date.from(old)))))
			.map((result) -> result.getDeletedCount())
			.onErrorResume((ex) -> {
				logger.warn("Old lines of the audit log are removed later: " + ex.getMessage());
				return Mono.just(0L);
			});
	}

	@Override
	public void start() {
		this.running = true;
		this.purging = BackgroundWork.repeat("Removing old lines of the audit log", PURGE_INTERVAL, PURGE_INTERVAL,
				this::purge);
	}

	@Override
	public void stop() {
		this.purging.dispose();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
