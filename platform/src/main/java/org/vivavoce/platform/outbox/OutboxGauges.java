package org.vivavoce.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.ToDoubleFunction;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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

/**
 * How many changes wait in the outboxes, how long the oldest has been waiting, and
 * whether the store could be asked. All instances of a service have the same outboxes and
 * show the same figures.
 */
public final class OutboxGauges implements SmartLifecycle {

	private static final Duration TIMEOUT = Duration.ofSeconds(8);

	private final OutboxRelay relay;

	private final RefusedEvents refused;

	private final ReactiveMongoDatabaseFactory databases;

	private final Envelopes envelopes;

	private final Duration interval;

	private volatile Waiting waiting = new Waiting(0, Instant.MAX);

	private volatile int refusedEvents;

	private volatile boolean storeAnswers = true;

	private volatile Disposable counting = Disposables.disposed();

	private volatile boolean running;

	/**
	 * What waits.
	 *
	 * @param documents that have events
	 * @param oldest when the first of the events was written; far ahead where none waits
	 */
	private record Waiting(long documents, Instant oldest) {

		Waiting plus(Waiting other) {
			return new Waiting(this.documents + other.documents,
					this.oldest.isBefore(other.oldest) ? this.oldest : other.oldest);
		}

	}

	public OutboxGauges(OutboxRelay relay, RefusedEvents refused, ReactiveMongoDatabaseFactory databases,
			Envelopes envelopes, Duration interval, MeterRegistry meters) {
		this.relay = relay;
		this.refused = refused;
		this.databases = databases;
		this.envelopes = envelopes;
		this.interval = interval;
		gauge(meters, "vivavoce.outbox.waiting", "Changes whose events wait to be published", null,
				(gauges) -> gauges.waiting.documents());
		gauge(meters, "vivavoce.outbox.age", "How long the oldest event has been waiting", "seconds",
				(gauges) -> gauges.age());
		gauge(meters, "vivavoce.outbox.refused", "Events that Kafka has refused, up to a thousand", null,
				(gauges) -> gauges.refusedEvents);
		gauge(meters, "vivavoce.store.up", "1 while the document store answers, else 0", null,
				(gauges) -> gauges.storeAnswers ? 1 : 0);
	}

	private void gauge(MeterRegistry meters, String name, String description, @Nullable String unit,
			ToDoubleFunction<OutboxGauges> value) {
		Gauge.builder(name, this, value).description(description).baseUnit(unit).register(meters);
	}

	private double age() {
		Duration age = Duration.between(this.waiting.oldest(), this.envelopes.now());
		return age.isNegative() ? 0 : age.toMillis() / 1000.0;
	}

	@Override
	public void start() {
		this.running = true;
		this.counting = BackgroundWork.repeat("Counting what waits in the outboxes", Duration.ZERO, this.interval,
				this::count);
	}

	private Mono<Void> count() {
		return this.databases.getMongoDatabase()
			.flatMap((database) -> Flux.fromIterable(List.copyOf(this.relay.collections()))
				.concatMap((collection) -> count(database.getCollection(collection)))
				.reduce(new Waiting(0, Instant.MAX), Waiting::plus))
			.zipWith(this.refused.list())
			.timeout(TIMEOUT)
			.doOnNext((counted) -> {
				this.waiting = counted.getT1();
				this.refusedEvents = counted.getT2().size();
				this.storeAnswers = true;
			})
			.then()
			// said by the gauge; those who need the store say it in the log
			.onErrorResume((ex) -> {
				this.storeAnswers = false;
				return Mono.empty();
			});
	}

	private Mono<Waiting> count(MongoCollection<Document> documents) {
		Bson waits = Filters.lt("outbox.at", Date.from(this.envelopes.now()));
		return Mono
			.from(documents.find(waits)
				.projection(Projections.include("outbox.at"))
				.sort(Sorts.ascending("outbox.at"))
				.limit(1))
			.flatMap((first) -> Mono.from(documents.countDocuments(waits))
				.map((count) -> new Waiting(count, oldest(first))));
	}

	private static Instant oldest(Document document) {
		return document.getList(OutboxEntry.FIELD, Document.class)
			.stream()
			.map((entry) -> entry.getDate("at").toInstant())
			.min(Instant::compareTo)
			.orElse(Instant.MAX);
	}

	@Override
	public void stop() {
		this.counting.dispose();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
