package org.vivavoce.platform.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.client.model.IndexModel;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.outage.Outage;

/**
 * Creates the indexes at start, and keeps trying while the store is away.
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
		this.creation = Flux.fromIterable(this.wanted.entrySet())
			.concatMap((entry) -> create(entry.getKey(), entry.getValue()))
			.then()
			.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)
				.doBeforeRetry(
						(retry) -> this.outage.begins("Indexes are not created yet: " + retry.failure().getMessage())))
			.doOnSuccess((done) -> this.outage.ends("Indexes are created"))
			.subscribe();
	}

	private Mono<Void> create(String collection, List<IndexModel> indexes) {
		if (indexes.isEmpty()) {
			return Mono.empty();
		}
		return this.databases.getMongoDatabase()
			.flatMapMany((database) -> database.getCollection(collection).createIndexes(indexes))
			.then();
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
