package org.vivavoce.platform.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.bson.Document;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.background.BackgroundWork;
import org.vivavoce.platform.outage.Outage;

/**
 * Creates the indexes that are missing at start, and keeps trying while the store is
 * away. One that is there in another way stays: dropping it is for people to decide.
 */
public final class Indexes implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(Indexes.class);

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private final ReactiveMongoDatabaseFactory databases;

	private final Map<String, List<IndexModel>> wanted = new LinkedHashMap<>();

	private volatile Disposable creation = Disposables.disposed();

	private final Outage outage = new Outage(logger);

	private volatile boolean running;

	public Indexes(ReactiveMongoDatabaseFactory databases) {
		this.databases = databases;
	}

	/**
	 * Ask for indexes; to be called before the application has started.
	 */
	public void want(String collection, List<IndexModel> indexes) {
		this.wanted.computeIfAbsent(collection, (name) -> new ArrayList<>()).addAll(indexes);
	}

	@Override
	public void start() {
		this.running = true;
		this.creation = BackgroundWork.run("Creating indexes",
				Flux.fromIterable(this.wanted.entrySet())
					.concatMap((entry) -> create(entry.getKey(), entry.getValue()))
					.collectList()
					.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)
						.doBeforeRetry((retry) -> this.outage
							.begins("Indexes are not created yet: " + retry.failure().getMessage())))
					.doOnSuccess(this::report));
	}

	/**
	 * What came of the indexes of one collection.
	 */
	private record Outcome(List<String> created, List<String> there, List<String> conflicts) {

	}

	private Mono<Outcome> create(String collection, List<IndexModel> models) {
		List<WantedIndex> indexes = models.stream().map((model) -> new WantedIndex(collection, model)).toList();
		return this.databases.getMongoDatabase()
			.map((database) -> database.getCollection(collection))
			.flatMap((documents) -> Flux.from(documents.listIndexes())
				.collectList()
				.flatMap((existing) -> create(documents, indexes, existing)));
	}

	private static Mono<Outcome> create(MongoCollection<Document> documents, List<WantedIndex> wanted,
			List<Document> existing) {
		List<WantedIndex> there = wanted.stream().filter((index) -> index.isAmong(existing)).toList();
		List<String> conflicts = wanted.stream()
			.filter((index) -> !there.contains(index))
			.flatMap((index) -> index.conflicts(existing).stream())
			.toList();
		List<WantedIndex> missing = wanted.stream()
			.filter((index) -> !there.contains(index) && index.conflicts(existing).isEmpty())
			.toList();
		Outcome outcome = new Outcome(labels(missing), labels(there), conflicts);
		// another instance may do the same at the same time: creating an index again
		// changes nothing
		return missing.isEmpty() ? Mono.just(outcome)
				: Flux.from(documents.createIndexes(missing.stream().map(WantedIndex::model).toList()))
					.then(Mono.just(outcome));
	}

	private static List<String> labels(List<WantedIndex> indexes) {
		return indexes.stream().map(WantedIndex::label).toList();
	}

	private void report(List<Outcome> outcomes) {
		this.outage.ends("The store answers again");
		outcomes.stream().flatMap((outcome) -> outcome.conflicts().stream()).forEach(logger::warn);
		logger.info("Indexes created: " + names(outcomes, Outcome::created) + "; already there: "
				+ names(outcomes, Outcome::there));
	}

	private static String names(List<Outcome> outcomes, Function<Outcome, List<String>> part) {
		String names = outcomes.stream()
			.flatMap((outcome) -> part.apply(outcome).stream())
			.collect(Collectors.joining(", "));
		return names.isEmpty() ? "none" : names;
	}

	@Override
	public void stop() {
		this.creation.dispose();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return 0;
	}

}
