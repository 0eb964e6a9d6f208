package org.vivavoce.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
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
import org.vivavoce.platform.outage.Outage;

/**
 * Brings events from the outboxes to Kafka: at once after the write, and by a slow sweep
 * for those that a crash or an outage left behind. An event may be published twice, never
 * not at all.
 */
public final class OutboxRelay implements SmartLifecycle {

	/**
	 * Finds documents with waiting entries by age.
	 */
	public static final IndexModel INDEX = new IndexModel(Indexes.ascending("outbox.at"),
			new IndexOptions().sparse(true));

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

	private record Parcel(String collection, String documentId, List<OutboxEntry> entries) {

	}

	/**
	 * A relay over the collections of a service.
	 * @param sweepInterval how often, and how old before, a left entry is picked up
	 * @param topicsExist completes when events can be published; they wait until then
	 */
	public OutboxRelay(EventPublisher publisher, ReactiveMongoDatabaseFactory databases, Envelopes envelopes,
			Duration sweepInterval, Mono<Void> topicsExist, MeterRegistry meters) {
		this.publisher = publisher;
		this.databases = databases;
		this.envelopes = envelopes;
		this.sweepInterval = sweepInterval;
		this.topicsExist = topicsExist;
		this.meters = meters;
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
				current.parcels().tryEmitNext(new Parcel(collection, documentId, entries));
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
						.concatMap(this::clear)));
		started.subscriptions()
			.add(BackgroundWork.repeat("Sweeping the outboxes",
					Flux.interval(Duration.ZERO, this.sweepInterval, started.sending())
						.onBackpressureDrop()
						.delaySubscription(this.topicsExist),
					() -> Flux.fromIterable(this.collections)
						.concatMap((collection) -> sweepAll(collection, started.sending()))));
		this.work = started;
	}

	private Mono<Parcel> publish(Parcel parcel) {
		return Mono.defer(() -> this.publisher.send(parcel.entries().stream().map(OutboxEntry::toRecord).toList()))
			.thenReturn(parcel)
			.onErrorResume((ex) -> {
				this.brokerAwayUntil = this.envelopes.now().plus(this.sweepInterval);
				this.outage.begins("Events wait in the outbox until Kafka answers: " + ex.getMessage());
				return Mono.empty();
			})
			.doOnNext((published) -> this.outage.ends("Events are published again"));
	}

	private Mono<Void> clear(List<Parcel> published) {
		Map<String, List<UpdateOneModel<Document>>> updates = published.stream()
			.collect(Collectors.groupingBy(Parcel::collection,
					Collectors.mapping(OutboxRelay::removal, Collectors.toList())));
		return Flux.fromIterable(updates.entrySet())
			.concatMap((entry) -> this.databases.getMongoDatabase()
				.flatMap((database) -> Mono.from(database.getCollection(entry.getKey())
					.bulkWrite(entry.getValue(), new BulkWriteOptions().ordered(false)))))
			.then()
			.onErrorResume((ex) -> {
				logger.warn("Published events stay in the outbox and are published again: " + ex.getMessage());
				return Mono.empty();
			});
	}

	private static UpdateOneModel<Document> removal(Parcel parcel) {
		List<String> ids = parcel.entries().stream().map(OutboxEntry::id).toList();
		return new UpdateOneModel<>(Filters.eq("_id", parcel.documentId()),
				Updates.pull(OutboxEntry.FIELD, Filters.in("id", ids)));
	}

	private Mono<Void> sweepAll(String collection, Scheduler sending) {
		return sweepOnce(collection, sending).repeat()
			.takeUntil((cleared) -> cleared < SWEEP_SIZE)
			.then()
			.doOnSuccess((done) -> this.storeOutage.ends("The outboxes are swept again"))
			.onErrorResume((ex) -> {
				this.storeOutage.begins("The outboxes cannot be swept: " + ex.getMessage());
				return Mono.empty();
			});
	}

	private Mono<Integer> sweepOnce(String collection, Scheduler sending) {
		// each on its own: the one before ends on Kafka's thread, which must not wait for
		// itself
		return left(collection).concatMap((parcel) -> publish(parcel).subscribeOn(sending))
			.collectList()
			.flatMap((published) -> clear(published).thenReturn(published.size()));
	}

	private Flux<Parcel> left(String collection) {
		Date old = Date.from(this.envelopes.now().minus(this.sweepInterval));
		return this.databases.getMongoDatabase()
			.flatMapMany((database) -> database.getCollection(collection)
				.find(Filters.lt("outbox.at", old))
				.projection(Projections.include(OutboxEntry.FIELD))
				.limit(SWEEP_SIZE))
			.map((document) -> new Parcel(collection, document.getString("_id"),
					document.getList(OutboxEntry.FIELD, Document.class)
						.stream()
						.map(OutboxEntry::fromDocument)
						.toList()));
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
