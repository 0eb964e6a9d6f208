package org.vivavoce.platform.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.platform.outbox.Envelopes;
import org.vivavoce.platform.outbox.OutboxEntry;
import org.vivavoce.platform.outbox.OutboxRelay;
import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.platform.tracing.Traces;

/**
 * Aggregates, each one document: {@code {_id, guard, writtenAt, state, outbox}}. A change
 * and the events that it causes are one update of that document, guarded against
 * concurrent writers.
 *
 * @param <S> the state, a record that Jackson maps
 */
public final class AggregateStore<S> {

	private static final String ID = "_id";

	private static final String GUARD = "guard";

	private static final String STATE = "state";

	private static final String WRITTEN_AT = "writtenAt";

	private static final Retry CONTENTION = Retry.backoff(200, Duration.ofMillis(2))
		.maxBackoff(Duration.ofMillis(50))
		.jitter(0.8)
		.filter(ConcurrentChangeException.class::isInstance)
		.onRetryExhaustedThrow((spec, signal) -> new ProblemException(ProblemTypes.UNAVAILABLE,
				"Too many others change this at the same time, try again")
			.retryAfter(Duration.ofSeconds(1)));

	private final Mono<MongoCollection<Document>> collection;

	private final Mono<String> name;

	private final Class<S> stateType;

	private final Envelopes envelopes;

	private final OutboxRelay relay;

	private final Clock clock;

	AggregateStore(ReactiveMongoDatabaseFactory databases, Mono<String> name, Class<S> stateType, Envelopes envelopes,
			OutboxRelay relay, Clock clock) {
		this.collection = Mono.zip(databases.getMongoDatabase(), name,
				(database, current) -> database.getCollection(current));
		this.name = name;
		this.stateType = stateType;
		this.envelopes = envelopes;
		this.relay = relay;
		this.clock = clock;
	}

	public Mono<Stored<S>> find(String id) {
		return this.collection.flatMap((documents) -> Mono.from(documents.find(Filters.eq(ID, id)).limit(1)))
			.map(this::read);
	}

	public Flux<Stored<S>> findAll(Collection<String> ids) {
		return this.collection.flatMapMany((documents) -> documents.find(Filters.in(ID, ids))).map(this::read);
	}

	/**
	 * The guards of these aggregates as they are stored now, without their states.
	 */
	public Mono<Map<String, Long>> guards(Collection<String> ids) {
		return this.collection
			.flatMapMany((documents) -> documents.find(Filters.in(ID, ids)).projection(Projections.include(GUARD)))
			.collectMap((document) -> document.getString(ID), AggregateStore::guard);
	}

	/**
	 * Query by fields as stored.
	 * @param limit at most so many, from 1
	 */
	public Flux<Stored<S>> find(Bson filter, Bson sort, int limit) {
		return this.collection.flatMapMany((documents) -> documents.find(filter).sort(sort).limit(limit))
			.map(this::read);
	}

	/**
	 * Decide on the current state and write what was decided. Completes when the store
	 * has acknowledged the write; the events follow by the outbox.
	 * @param decide a pure function, called again when somebody else was faster
	 */
	public <R> Mono<R> change(String id, Function<Optional<S>, Decision<S, R>> decide) {
		return find(id).map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((current) -> switch (decide.apply(current.map(Stored::state))) {
				case Decision.Keep<S, R> keep -> Mono.just(keep.result());
				case Decision.Write<S, R> write ->
					write(id, current.map(Stored::guard).orElse(0L), write).thenReturn(write.result());
			})
			.retryWhen(CONTENTION);
	}

	private Mono<Void> write(String id, long guard, Decision.Write<S, ?> write) {
		return Mono.deferContextual((context) -> {
			List<OutboxEntry> entries = write.events().stream().map((event) -> {
				Envelope envelope = this.envelopes.stamp(event, Traces.of(context));
				return this.envelopes.entry(envelope);
			}).toList();
			Mono<Void> written = (guard == 0) ? insert(id, write.state(), entries)
					: update(id, guard, write.state(), entries);
			return written.then(this.name).doOnNext((current) -> this.relay.relay(current, id, entries)).then();
		});
	}

	private Mono<Void> insert(String id, S state, List<OutboxEntry> entries) {
		Document document = new Document(ID, id).append(GUARD, 1L)
			.append(WRITTEN_AT, this.clock.instant())
			.append(STATE, StateJson.toDocument(state))
			.append(OutboxEntry.FIELD, entries.stream().map(OutboxEntry::toDocument).toList());
		return this.collection.flatMap((documents) -> Mono.from(documents.insertOne(document)))
			.onErrorMap(MongoWriteException.class, (ex) -> isDuplicate(ex) ? new ConcurrentChangeException(id) : ex)
			.then();
	}

	private Mono<Void> update(String id, long guard, S state, List<OutboxEntry> entries) {
		Bson update = set(guard, state);
		List<Document> added = entries.stream().map(OutboxEntry::toDocument).toList();
		if (entries.stream().anyMatch((entry) -> entry.value() == null)) {
			// a tombstone supersedes what still waits: published after it, that would
			// bring the key back
			update = Updates.combine(update, Updates.set(OutboxEntry.FIELD, added));
		}
		else if (!added.isEmpty()) {
			update = Updates.combine(update, Updates.pushEach(OutboxEntry.FIELD, added, new PushOptions()));
		}
		Bson guarded = update;
		return this.collection.flatMap((documents) -> Mono.from(documents.updateOne(at(id, guard), guarded)))
			.flatMap((result) -> (result.getMatchedCount() == 1) ? Mono.empty()
					: Mono.error(new ConcurrentChangeException(id)));
	}

	/**
	 * Write many states at once, each only if nobody wrote it since it was read.
	 * @return the ids of those that somebody else has written meanwhile
	 */
	public Mono<Set<String>> saveAll(List<Stored<S>> changed) {
		if (changed.isEmpty()) {
			return Mono.just(Set.of());
		}
		List<UpdateOneModel<Document>> writes = changed.stream()
			.map((stored) -> new UpdateOneModel<Document>(at(stored.id(), stored.guard()),
					set(stored.guard(), stored.state()), new UpdateOptions().upsert(true)))
			.toList();
		return this.collection
			.flatMap((documents) -> Mono.from(documents.bulkWrite(writes, new BulkWriteOptions().ordered(false))))
			.map((result) -> Set.<String>of())
			.onErrorResume(MongoBulkWriteException.class, (ex) -> conflicts(changed, ex));
	}

	private Mono<Set<String>> conflicts(List<Stored<S>> changed, MongoBulkWriteException ex) {
		if (ex.getWriteConcernError() != null) {
			return Mono.error(ex);
		}
		Set<String> ids = new HashSet<>();
		for (var error : ex.getWriteErrors()) {
			// the guard did not match, so the upsert tried to insert an id that exists
			if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
				return Mono.error(ex);
			}
			ids.add(changed.get(error.getIndex()).id());
		}
		return Mono.just(ids);
	}

	/**
	 * Remove an aggregate together with events that were not published yet.
	 */
	public Mono<Void> delete(String id) {
		return this.collection.flatMap((documents) -> Mono.from(documents.deleteOne(Filters.eq(ID, id)))).then();
	}

	private static Bson at(String id, long guard) {
		return Filters.and(Filters.eq(ID, id), Filters.eq(GUARD, guard));
	}

	private Bson set(long guard, S state) {
		return Updates.combine(Updates.set(STATE, StateJson.toDocument(state)), Updates.set(GUARD, guard + 1),
				Updates.set(WRITTEN_AT, this.clock.instant()));
	}

	private static long guard(Document document) {
		return document.get(GUARD, Number.class).longValue();
	}

	private Stored<S> read(Document document) {
		return new Stored<>(document.getString(ID), guard(document),
				StateJson.fromDocument(document.get(STATE, Document.class), this.stateType));
	}

	private static boolean isDuplicate(MongoWriteException ex) {
		return ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
	}

}
