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
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
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

	private static final String ID = "_id";

	private static final String GUARD = "guard";

	private static final String STATE = "state";

	private static final String WRITTEN_AT = "writtenAt";

	private static final DocumentCodec DOCUMENTS = new DocumentCodec();

	private static final Retry CONTENTION = Retry.backoff(200, Duration.ofMillis(2))
		.maxBackoff(Duration.ofMillis(50))
		.jitter(0.8)
		.filter(ConcurrentChangeException.class::isInstance)
		.onRetryExhaustedThrow((spec, signal) -> new ProblemException(ProblemTypes.UNAVAILABLE,
				"Too many others change this at the same time, try again")
			.retryAfter(Duration.ofSeconds(1)));

	private final Mono<MongoCollection<RawBsonDocument>> collection;

	private final Mono<String> name;

	private final Class<S> stateType;

	private final Envelopes envelopes;

	private final OutboxRelay relay;

	private final Clock clock;

	private final long maxSize;

	/**
	 * @param maxSize of a state, in bytes
	 */
	AggregateStore(ReactiveMongoDatabaseFactory databases, Mono<String> name, Class<S> stateType, Envelopes envelopes,
			OutboxRelay relay, Clock clock, long maxSize) {
		this.collection = Mono.zip(databases.getMongoDatabase(), name,
				(database, current) -> database.getCollection(current, RawBsonDocument.class));
		this.name = name;
		this.stateType = stateType;
		this.envelopes = envelopes;
		this.relay = relay;
		this.clock = clock;
		this.maxSize = maxSize;
	}

	public Mono<Stored<S>> find(String id) {
		return this.collection.flatMap((documents) -> Mono.from(documents.find(Filters.eq(ID, id)).limit(1)))
			.map(this::read);
	}

	public Flux<Stored<S>> findAll(Collection<String> ids) {
		return this.collection.flatMapMany((documents) -> documents.find(Filters.in(ID, ids))).map(this::read);
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
						found.put(id(document), read(document));
						sizes.put(id(document), size(document));
					}
					catch (RuntimeException ex) {
						unreadable.put(id(document), "the stored document cannot be read: " + ex.getMessage());
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
			.collectMap(AggregateStore::id, AggregateStore::guard);
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
					sink.next(read(document));
				}
				catch (RuntimeException ex) {
					logger.error("The stored document '" + id(document) + "' of " + this.stateType.getSimpleName()
							+ " cannot be read, and is left out of a list: " + ex);
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
			.flatMap((current) -> switch (decide.apply(current.map(this::read).map(Stored::state))) {
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
			Mono<Void> written = (current == null) ? insert(id, write.state(), entries)
					: update(id, guard(current), write.state(), entries, repeated(current, write, entries));
			return written.then(this.name)
				.doOnNext((collectionName) -> this.relay.relay(collectionName, id, entries))
				.then();
		});
	}

	private Mono<Void> insert(String id, S state, List<OutboxEntry> entries) {
		RawBsonDocument document = StateBson.document((writer) -> {
			writer.writeString(ID, id);
			head(writer, 1);
			state(writer, id, state);
			array(writer, OutboxEntry.FIELD, entries.stream().map(OutboxEntry::toDocument).toList());
		});
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
		boolean repeats = current.containsKey(DelayedEntry.FIELD)
				&& DelayedEntry.repeatsIn(DOCUMENTS.decode(current.asBsonReader(), DecoderContext.builder().build()));
		for (int i = 0; i < entries.size(); i++) {
			boolean compacted = EventType.of(write.events().get(i)).compacted();
			if (entries.get(i).value() == null || (repeats && compacted)) {
				repeated.add(DelayedEntry.repeated(entries.get(i)).toDocument());
			}
		}
		return repeated;
	}

	private Mono<Void> update(String id, long guard, S state, List<OutboxEntry> entries, List<Document> repeated) {
		List<Document> added = entries.stream().map(OutboxEntry::toDocument).toList();
		// a tombstone supersedes what still waits: published after it, that would bring
		// the key back
		boolean superseding = entries.stream().anyMatch((entry) -> entry.value() == null);
		RawBsonDocument update = StateBson.document((writer) -> {
			writer.writeStartDocument("$set");
			head(writer, guard + 1);
			state(writer, id, state);
			if (superseding) {
				array(writer, OutboxEntry.FIELD, added);
			}
			if (!repeated.isEmpty()) {
				array(writer, DelayedEntry.FIELD, repeated);
			}
			writer.writeEndDocument();
			if (!superseding && !added.isEmpty()) {
				writer.writeStartDocument("$push");
				writer.writeStartDocument(OutboxEntry.FIELD);
				array(writer, "$each", added);
				writer.writeEndDocument();
				writer.writeEndDocument();
			}
		});
		return this.collection.flatMap((documents) -> Mono.from(documents.updateOne(at(id, guard), update)))
			.flatMap((result) -> (result.getMatchedCount() == 1) ? Mono.empty()
					: Mono.error(new ConcurrentChangeException(id)));
	}

	private void head(BsonWriter writer, long guard) {
		writer.writeInt64(GUARD, guard);
		writer.writeDateTime(WRITTEN_AT, this.clock.instant().toEpochMilli());
	}

	private void state(BsonWriter writer, String id, S state) {
		writer.writeName(STATE);
		BsonBinaryWriter binary = (BsonBinaryWriter) writer;
		int before = binary.getBsonOutput().getPosition();
		StateBson.write(writer, state);
		int size = binary.getBsonOutput().getPosition() - before;
		if (size > this.maxSize) {
			throw new TooLargeException(id, size, this.maxSize);
		}
	}

	private static void array(BsonWriter writer, String name, List<Document> documents) {
		writer.writeStartArray(name);
		documents.forEach((document) -> DOCUMENTS.encode(writer, document, EncoderContext.builder().build()));
		writer.writeEndArray();
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
				RawBsonDocument update = set(stored.id(), stored.guard(), stored.state());
				writes.add(new UpdateOneModel<>(at(stored.id(), stored.guard()), update,
						new UpdateOptions().upsert(true)));
				ids.add(stored.id());
				sizes.put(stored.id(), size(update));
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
		try {
			StateBson.document((writer) -> state(writer, "", state));
			return true;
		}
		catch (TooLargeException ex) {
			return false;
		}
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

	private RawBsonDocument set(String id, long guard, S state) {
		return StateBson.document((writer) -> {
			writer.writeStartDocument("$set");
			head(writer, guard + 1);
			state(writer, id, state);
			writer.writeEndDocument();
		});
	}

	private static int size(RawBsonDocument document) {
		return document.getByteBuffer().remaining();
	}

	private static String id(RawBsonDocument document) {
		return document.getString(ID).getValue();
	}

	private static long guard(RawBsonDocument document) {
		return document.getNumber(GUARD).longValue();
	}

	private Stored<S> read(RawBsonDocument document) {
		try (BsonBinaryReader reader = StateBson.reader(document)) {
			while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
				if (reader.readName().equals(STATE)) {
					return new Stored<>(id(document), guard(document), StateBson.read(reader, this.stateType));
				}
				reader.skipValue();
			}
			throw new IllegalArgumentException("it has no state");
		}
	}

	private static boolean isDuplicate(MongoWriteException ex) {
		return ex.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
	}

}
