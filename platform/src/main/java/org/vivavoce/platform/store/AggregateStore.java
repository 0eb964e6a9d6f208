package org.vivavoce.platform.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.outbox.DelayedEntry;
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

	private static final Log logger = LogFactory.getLog(AggregateStore.class);

	private static final String ID = AggregateBson.ID;

	private static final String GUARD = AggregateBson.GUARD;

	private static final Retry CONTENTION = Retry.backoff(200, Duration.ofMillis(2))
		.maxBackoff(Duration.ofMillis(50))
		.jitter(0.8)
		.filter(ConcurrentChangeException.class::isInstance)
		.onRetryExhaustedThrow((spec, signal) -> new ProblemException(ProblemTypes.UNAVAILABLE,
				"Too many others change this at the same time, try again")
			.retryAfter(Duration.ofSeconds(1)));

	private final Mono<MongoCollection<RawBsonDocument>> collection;

	private final Mono<String> name;

	private final AggregateBson<S> bson;

	private final Envelopes envelopes;

	private final OutboxRelay relay;

	/**
	 * @param maxSize of a state, in bytes
	 */
	AggregateStore(ReactiveMongoDatabaseFactory databases, Mono<String> name, Class<S> stateType, Envelopes envelopes,
			OutboxRelay relay, Clock clock, long maxSize) {
		this.collection = Mono.zip(databases.getMongoDatabase(), name,
				(database, current) -> database.getCollection(current, RawBsonDocument.class));
		this.name = name;
		this.bson = new AggregateBson<>(stateType, clock, maxSize);
		this.envelopes = envelopes;
		this.relay = relay;
	}

	public Mono<Stored<S>> find(String id) {
		return this.collection.flatMap((documents) -> Mono.from(documents.find(Filters.eq(ID, id)).limit(1)))
			.map(this.bson::read);
	}

	public Flux<Stored<S>> findAll(Collection<String> ids) {
		return this.collection.flatMapMany((documents) -> documents.find(Filters.in(ID, ids))).map(this.bson::read);
	}

	/**
	 * As many of these as are stored, each read alone: one that cannot be read keeps
	 * nobody from the others.
	 */
	public Mono<Loaded<S>> load(Collection<String> ids) {
		return this.collection.flatMapMany((documents) -> documents.find(Filters.in(ID, ids)))
			.collectList()
			.map((documents) -> {
				Map<String, Stored<S>> found = new HashMap<>();
				Map<String, Integer> sizes = new HashMap<>();
				Map<String, String> unreadable = new HashMap<>();
				for (RawBsonDocument document : documents) {
					try {
						found.put(AggregateBson.id(document), this.bson.read(document));
						sizes.put(AggregateBson.id(document), AggregateBson.size(document));
					}
					catch (RuntimeException ex) {
						unreadable.put(AggregateBson.id(document),
								"the stored document cannot be read: " + ex.getMessage());
					}
				}
				return new Loaded<>(found, sizes, unreadable);
			});
	}

	/**
	 * The guards of these aggregates as they are stored now, without their states.
	 */
	public Mono<Map<String, Long>> guards(Collection<String> ids) {
		return this.collection
			.flatMapMany((documents) -> documents.find(Filters.in(ID, ids)).projection(Projections.include(GUARD)))
			.collectMap(AggregateBson::id, AggregateBson::guard);
	}

	/**
	 * Query by fields as stored. A document that cannot be read is left out, and logged:
	 * the others are shown without it.
	 * @param limit at most so many, from 1
	 */
	public Flux<Stored<S>> find(Bson filter, Bson sort, int limit) {
		return this.collection.flatMapMany((documents) -> documents.find(filter).sort(sort).limit(limit))
			.handle((document, sink) -> {
				try {
					sink.next(this.bson.read(document));
				}
				catch (RuntimeException ex) {
					logger.error("The stored document '" + AggregateBson.id(document) + "' of "
							+ this.bson.stateType().getSimpleName() + " cannot be read, and is left out of a list: "
							+ ex);
				}
			});
	}

	/**
	 * Decide on the current state and write what was decided. Completes when the store
	 * has acknowledged the write; the events follow by the outbox. Fails with
	 * {@link ProblemTypes#TOO_LARGE} when the state would hold more than one may.
	 * @param decide a pure function, called again when somebody else was faster
	 */
	public <R> Mono<R> change(String id, Function<Optional<S>, Decision<S, R>> decide) {
		return this.collection.flatMap((documents) -> Mono.from(documents.find(Filters.eq(ID, id)).limit(1)))
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((current) -> switch (decide.apply(current.map(this.bson::read).map(Stored::state))) {
				case Decision.Keep<S, R> keep -> Mono.just(keep.result());
				case Decision.Write<S, R> write -> write(id, current.orElse(null), write).thenReturn(write.result());
			})
			.retryWhen(CONTENTION)
			.onErrorMap(TooLargeException.class, (ex) -> new ProblemException(ProblemTypes.TOO_LARGE,
					"Nothing more can be kept: " + ex.getMessage()));
	}

	private Mono<Void> write(String id, @Nullable RawBsonDocument current, Decision.Write<S, ?> write) {
		return Mono.deferContextual((context) -> {
			List<OutboxEntry> entries = write.events().stream().map((event) -> {
				Envelope envelope = this.envelopes.stamp(event, Traces.of(context));
				return this.envelopes.entry(envelope);
			}).toList();
			Mono<Void> written = (current == null) ? insert(id, write.state(), entries) : update(id,
					AggregateBson.guard(current), write.state(), entries, repeated(current, write, entries));
			return written.then(this.name)
				.doOnNext((collectionName) -> this.relay.relay(collectionName, id, entries))
				.then();
		});
	}

	private Mono<Void> insert(String id, S state, List<OutboxEntry> entries) {
		RawBsonDocument document = this.bson.created(id, state, entries);
		return this.collection.flatMap((documents) -> Mono.from(documents.insertOne(document)))
			.onErrorMap(MongoWriteException.class, (ex) -> isDuplicate(ex) ? new ConcurrentChangeException(id) : ex)
			.then();
	}

	/**
	 * A tombstone is sent again later, because another instance may still be on its way
	 * to publish what it supersedes; and so is whatever is said of the same key until
	 * then, or the tombstone would have the last word.
	 */
	private static List<Document> repeated(RawBsonDocument current, Decision.Write<?, ?> write,
			List<OutboxEntry> entries) {
		List<Document> repeated = new ArrayList<>();
		boolean repeats = AggregateBson.repeats(current);
		for (int i = 0; i < entries.size(); i++) {
			boolean compacted = EventType.of(write.events().get(i)).compacted();
			if (entries.get(i).value() == null || (repeats && compacted)) {
				repeated.add(DelayedEntry.repeated(entries.get(i)).toDocument());
			}
		}
		return repeated;
	}

	private Mono<Void> update(String id, long guard, S state, List<OutboxEntry> entries, List<Document> repeated) {
		RawBsonDocument update = this.bson.changed(id, guard, state, entries, repeated);
		return this.collection.flatMap((documents) -> Mono.from(documents.updateOne(at(id, guard), update)))
			.flatMap((result) -> (result.getMatchedCount() == 1) ? Mono.empty()
					: Mono.error(new ConcurrentChangeException(id)));
	}

	/**
	 * Write many states at once, each only if nobody wrote it since it was read. What one
	 * of them cannot be written for keeps the others from nothing. Fails when the store
	 * takes nothing at the moment.
	 */
	public Mono<Saved> saveAll(List<Stored<S>> changed) {
		Set<String> tooLarge = new HashSet<>();
		Map<String, String> refused = new HashMap<>();
		Map<String, Integer> sizes = new HashMap<>();
		List<String> ids = new ArrayList<>();
		List<UpdateOneModel<RawBsonDocument>> writes = new ArrayList<>();
		for (Stored<S> stored : changed) {
			try {
				RawBsonDocument update = this.bson.changed(stored.id(), stored.guard(), stored.state(), List.of(),
						List.of());
				writes.add(new UpdateOneModel<>(at(stored.id(), stored.guard()), update,
						new UpdateOptions().upsert(true)));
				ids.add(stored.id());
				sizes.put(stored.id(), AggregateBson.size(update));
			}
			catch (TooLargeException ex) {
				tooLarge.add(stored.id());
			}
			catch (RuntimeException ex) {
				refused.put(stored.id(), "it cannot be written: " + ex.getMessage());
			}
		}
		if (writes.isEmpty()) {
			return Mono.just(new Saved(sizes, Set.of(), tooLarge, refused));
		}
		return this.collection
			.flatMap((documents) -> Mono.from(documents.bulkWrite(writes, new BulkWriteOptions().ordered(false))))
			.map((result) -> new Saved(sizes, Set.of(), tooLarge, refused))
			.onErrorResume(MongoBulkWriteException.class, (ex) -> failures(ids, ex)
				.map((failed) -> new Saved(sizes, failed.conflicts(), tooLarge, joined(refused, failed.refused()))));
	}

	private static Map<String, String> joined(Map<String, String> one, Map<String, String> other) {
		Map<String, String> joined = new HashMap<>(one);
		joined.putAll(other);
		return joined;
	}

	private static Mono<Saved> failures(List<String> ids, MongoBulkWriteException ex) {
		if (ex.getWriteConcernError() != null || ex.getWriteErrors().stream().anyMatch(StoreRefusal::isOutage)) {
			return Mono.error(ex);
		}
		Set<String> conflicts = new HashSet<>();
		Map<String, String> refused = new HashMap<>();
		for (var error : ex.getWriteErrors()) {
			String id = ids.get(error.getIndex());
			if (error.getCategory() == ErrorCategory.DUPLICATE_KEY) {
				// the guard did not match, so the upsert tried to insert an id that
				// exists
				conflicts.add(id);
			}
			else {
				refused.put(id, "the store refuses it: " + error.getMessage());
			}
		}
		return Mono.just(new Saved(Map.of(), conflicts, Set.of(), refused));
	}

	/**
	 * Whether a state is small enough to be written.
	 */
	public boolean fits(S state) {
		return this.bson.fits(state);
	}

	/**
	 * Remove an aggregate together with events that were not published yet.
	 */
	public Mono<Void> delete(String id) {
		return this.collection.flatMap((documents) -> Mono.from(documents.deleteOne(Filters.eq(ID, id)))).then();
	}

	private static Bson at(String id, long guard) {
		return new BsonDocument(ID, new BsonString(id)).append(GUARD, new BsonInt64(guard));
	}

	private static boolean isDuplicate(MongoWriteException ex) {
		return ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
	}

}
