package org.vivavoce.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.background.BackgroundWork;
import org.vivavoce.platform.broker.Refusal;
import org.vivavoce.platform.outage.Outage;
import org.vivavoce.platform.lease.Leases;

/**
 * Brings events from the outboxes to Kafka: at once after the write, and by a slow sweep
 * for those that a crash or an outage left behind, which one instance does for all. An
 * event may be published twice, never not at all. One that the broker refuses waits apart
 * with the reason and holds up no other.
 */
public final class OutboxRelay implements SmartLifecycle {

	/**
	 * Find documents with waiting entries by age, and with delayed ones by when they are
	 * due.
	 */
	public static final List<IndexModel> INDEXES = List.of(
			new IndexModel(Indexes.ascending("outbox.at"), new IndexOptions().sparse(true)),
			new IndexModel(Indexes.ascending(DelayedEntry.DUE), new IndexOptions().sparse(true)));

	/**
	 * For how long an entry is published after it was read: what it says may be
	 * superseded later on, which the sweep finds out when it reads it again.
	 */
	static final Duration FRESH = Duration.ofSeconds(10);

	private static final String LEASE = "outbox-sweep";

	private static final Log logger = LogFactory.getLog(OutboxRelay.class);

	private static final int IN_FLIGHT = 256;

	private static final int QUEUED = 10_000;

	private static final int SWEEP_SIZE = 200;

	private final EventPublisher publisher;

	private final ReactiveMongoDatabaseFactory databases;

	private final Envelopes envelopes;

	private final Duration sweepInterval;

	private final Mono<Void> topicsExist;

	private final MeterRegistry meters;

	private final Leases leases;

	private final Set<String> collections = new CopyOnWriteArraySet<>();

	private volatile @Nullable Work work;

	private final Outage outage = new Outage(logger);

	private final Outage storeOutage = new Outage(logger);

	private volatile Instant brokerAwayUntil = Instant.MIN;

	/**
	 * What runs between start and stop.
	 */
	private record Work(Sinks.Many<Parcel> parcels, Scheduler sending, Disposable.Composite subscriptions) {

		static Work create() {
			return new Work(Sinks.many().unicast().onBackpressureBuffer(Queues.<Parcel>get(QUEUED).get()),
					Schedulers.newBoundedElastic(2, QUEUED, "outbox", 60, true), Disposables.composite());
		}

	}

	/**
	 * Entries of one document.
	 *
	 * @param known since when they are known here to wait
	 * @param attempts how often they were refused before
	 */
	private record Parcel(String collection, String documentId, List<OutboxEntry> entries, Instant known,
			int attempts) {

		boolean isStale(Instant now) {
			return this.known.plus(FRESH).isBefore(now);
		}

	}

	/**
	 * What became of a parcel.
	 */
	private record Sent(Parcel parcel, List<EventPublisher.Refused> refused) {

	}

	/**
	 * A relay over the collections of a service.
	 * @param sweepInterval how often, and how old before, a left entry is picked up
	 * @param topicsExist completes when events can be published; they wait until then
	 */
	public OutboxRelay(EventPublisher publisher, ReactiveMongoDatabaseFactory databases, Envelopes envelopes,
			Duration sweepInterval, Mono<Void> topicsExist, MeterRegistry meters, Leases leases) {
		this.publisher = publisher;
		this.databases = databases;
		this.envelopes = envelopes;
		this.sweepInterval = sweepInterval;
		this.topicsExist = topicsExist;
		this.meters = meters;
		this.leases = leases;
	}

	/**
	 * Sweep this collection too.
	 */
	public void sweep(String collection) {
		this.collections.add(collection);
	}

	/**
	 * Publish what was just written. Returns at once; what does not fit or fails is swept
	 * later.
	 */
	public void relay(String collection, String documentId, List<OutboxEntry> entries) {
		entries.forEach((entry) -> count(entry.topic()));
		Work current = this.work;
		if (current != null && !entries.isEmpty() && this.envelopes.now().isAfter(this.brokerAwayUntil)) {
			synchronized (current.parcels()) {
				current.parcels().tryEmitNext(new Parcel(collection, documentId, entries, this.envelopes.now(), 0));
			}
		}
	}

	/**
	 * Whose documents may have events that wait.
	 */
	Set<String> collections() {
		return this.collections;
	}

	private void count(String topic) {
		Counter.builder("vivavoce.outbox.events")
			.description("Events of the changes that this instance has written")
			.tag("topic", topic)
			.register(this.meters)
			.increment();
	}

	@Override
	public void start() {
		Work started = Work.create();
		started.subscriptions()
			.add(BackgroundWork.run("Publishing at once",
					started.parcels()
						.asFlux()
						.delaySubscription(this.topicsExist)
						.publishOn(started.sending())
						.flatMapSequential(this::publish, IN_FLIGHT)
						.bufferTimeout(500, Duration.ofMillis(20), started.sending(), true)
						.concatMap((sent) -> clear(OutboxEntry.FIELD, sent))));
		started.subscriptions()
			.add(BackgroundWork.repeat("Sweeping the outboxes",
					Flux.interval(Duration.ZERO, this.sweepInterval, started.sending())
						.onBackpressureDrop()
						.delaySubscription(this.topicsExist),
					() -> mySweep().flatMapMany((mine) -> Flux.fromIterable(this.collections)
						.concatMap((collection) -> sweepAll(collection, started.sending())))));
		this.work = started;
	}

	/**
	 * Whether this instance sweeps now; empty while another one does.
	 */
	private Mono<Boolean> mySweep() {
		return this.leases.acquire(LEASE, this.sweepInterval.multipliedBy(2)).onErrorResume((ex) -> {
			this.storeOutage.begins("The outboxes cannot be swept: " + ex.getMessage());
			return Mono.empty();
		}).filter(Boolean::booleanValue);
	}

	/**
	 * @return empty when nothing was published
	 */
	private Mono<Sent> publish(Parcel parcel) {
		return Mono.defer(() -> {
			if (parcel.isStale(this.envelopes.now())) {
				return Mono.empty();
			}
			return this.publisher.offer(parcel.entries().stream().map(OutboxEntry::toRecord).toList(),
					Refusal::ofTopic);
		}).flatMap((refused) -> park(parcel, refused).thenReturn(new Sent(parcel, refused))).onErrorResume((ex) -> {
			this.brokerAwayUntil = this.envelopes.now().plus(this.sweepInterval);
			this.outage.begins("Events wait in the outbox until Kafka answers: " + ex.getMessage());
			return Mono.empty();
		}).doOnNext((sent) -> this.outage.ends("Events are published again"));
	}

	/**
	 * Keep what was refused apart, before it leaves the outbox. An entry that is no
	 * longer where it was read has been superseded meanwhile.
	 */
	private Mono<Void> park(Parcel parcel, List<EventPublisher.Refused> refused) {
		if (refused.isEmpty()) {
			return Mono.empty();
		}
		String field = (parcel.attempts() == 0) ? OutboxEntry.FIELD : DelayedEntry.FIELD;
		Instant now = this.envelopes.now();
		List<UpdateOneModel<Document>> updates = refused.stream().map((each) -> {
			OutboxEntry entry = parcel.entries().get(each.index());
			logger.error("Kafka refuses event " + entry.id() + " for " + entry.topic() + ", which waits in "
					+ parcel.collection() + " (attempt " + (parcel.attempts() + 1) + "): " + each.reason());
			DelayedEntry delayed = DelayedEntry.refused(entry, parcel.attempts() + 1, each.reason(), now);
			return new UpdateOneModel<Document>(
					Filters.and(Filters.eq("_id", parcel.documentId()), Filters.eq(field + ".id", entry.id())),
					Updates.push(DelayedEntry.FIELD, delayed.toDocument()));
		}).toList();
		return write(parcel.collection(), updates);
	}

	/**
	 * Remove what was published, or parked, from where it waited.
	 */
	private Mono<Void> clear(String field, List<Sent> sent) {
		Map<String, List<UpdateOneModel<Document>>> updates = sent.stream()
			.map(Sent::parcel)
			.collect(Collectors.groupingBy(Parcel::collection,
					Collectors.mapping((parcel) -> removal(field, parcel), Collectors.toList())));
		return Flux.fromIterable(updates.entrySet())
			.concatMap((entry) -> write(entry.getKey(), entry.getValue()))
			.then()
			.onErrorResume((ex) -> {
				logger.warn("Published events stay in the outbox and are published again: " + ex.getMessage());
				return Mono.empty();
			});
	}

	private Mono<Void> write(String collection, List<UpdateOneModel<Document>> updates) {
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Mono
				.from(database.getCollection(collection).bulkWrite(updates, new BulkWriteOptions().ordered(false))))
			.then();
	}

	private static UpdateOneModel<Document> removal(String field, Parcel parcel) {
		List<String> ids = parcel.entries().stream().map(OutboxEntry::id).toList();
		Bson these = Filters.in("id", ids);
		// what was refused once more has been added with one attempt more
		Bson sent = field.equals(DelayedEntry.FIELD) ? Filters.and(these, Filters.eq("attempts", parcel.attempts()))
				: these;
		return new UpdateOneModel<>(Filters.eq("_id", parcel.documentId()), Updates.pull(field, sent));
	}

	private Mono<Void> sweepAll(String collection, Scheduler sending) {
		return sweepOnce(OutboxEntry.FIELD, () -> left(collection), sending)
			.then(sweepOnce(DelayedEntry.FIELD, () -> due(collection), sending))
			.doOnSuccess((done) -> this.storeOutage.ends("The outboxes are swept again"))
			.onErrorResume((ex) -> {
				this.storeOutage.begins("The outboxes cannot be swept: " + ex.getMessage());
				return Mono.empty();
			});
	}

	/**
	 * As long as there is as much as is read at once, and it goes out.
	 */
	private Mono<Void> sweepOnce(String field, Supplier<Flux<Parcel>> waiting, Scheduler sending) {
		// each on its own: the one before ends on Kafka's thread, which must not wait for
		// itself
		return Flux.defer(waiting)
			.concatMap((parcel) -> publish(parcel).subscribeOn(sending))
			.collectList()
			.flatMap((sent) -> clear(field, sent).thenReturn(sent.size()))
			.repeat()
			.takeUntil((cleared) -> cleared < SWEEP_SIZE)
			.then();
	}

	private Flux<Parcel> left(String collection) {
		Instant now = this.envelopes.now();
		return find(collection, Filters.lt("outbox.at", Date.from(now.minus(this.sweepInterval))), OutboxEntry.FIELD)
			.map((document) -> new Parcel(collection, document.getString("_id"),
					document.getList(OutboxEntry.FIELD, Document.class)
						.stream()
						.map(OutboxEntry::fromDocument)
						.toList(),
					now, 0));
	}

	private Flux<Parcel> due(String collection) {
		Instant now = this.envelopes.now();
		return find(collection, Filters.lt(DelayedEntry.DUE, Date.from(now)), DelayedEntry.FIELD)
			.flatMapIterable((document) -> document.getList(DelayedEntry.FIELD, Document.class)
				.stream()
				.map(DelayedEntry::fromDocument)
				.filter((delayed) -> delayed.due().isBefore(now))
				.map((delayed) -> new Parcel(collection, document.getString("_id"), List.of(delayed.entry()), now,
						delayed.attempts()))
				.toList());
	}

	private Flux<Document> find(String collection, Bson filter, String field) {
		return this.databases.getMongoDatabase()
			.flatMapMany((database) -> database.getCollection(collection)
				.find(filter)
				.projection(Projections.include(field))
				.limit(SWEEP_SIZE));
	}

	@Override
	public void stop() {
		Work stopped = this.work;
		this.work = null;
		if (stopped != null) {
			stopped.subscriptions().dispose();
			stopped.sending().dispose();
		}
	}

	@Override
	public boolean isRunning() {
		return this.work != null;
	}

	@Override
	public int getPhase() {
		// starts before requests come in and stops after the last one
		return 0;
	}

}
