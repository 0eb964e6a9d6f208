package org.vivavoce.report.generation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Decision;
import org.vivavoce.platform.store.Stored;

/**
 * The one document by which all instances know the generations.
 */
public final class GenerationStore {

	private static final String ID = "scorecards";

	private final AggregateStore<Generations> store;

	private final RebuildProperties properties;

	private final Clock clock;

	/**
	 * As this instance has read it last; null before the first time.
	 */
	private volatile @Nullable Generations known;

	public GenerationStore(AggregateStore<Generations> store, RebuildProperties properties, Clock clock) {
		this.store = store;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * As it is stored now; what is live follows it from now on.
	 */
	public Mono<Generations> load() {
		return this.store.find(ID)
			.map(Stored::state)
			.defaultIfEmpty(Generations.FIRST)
			.doOnNext((now) -> this.known = now);
	}

	/**
	 * The collection to read from.
	 */
	public Mono<String> liveCollection() {
		return Mono.defer(() -> {
			Generations last = this.known;
			return (last != null) ? Mono.just(last) : load();
		}).map((current) -> GenerationName.collection(current.live()));
	}

	public Mono<Generations.PublishingMode> publishingMode(int generation) {
		return load().map((current) -> current.publishingMode(generation, now(), this.properties.grace()));
	}

	/**
	 * Change the generations for all instances.
	 * @param change a pure function, called again when somebody else was faster
	 */
	public Mono<Generations> change(UnaryOperator<Generations> change) {
		return this.store.<Generations>change(ID, (current) -> {
			Generations before = current.orElse(Generations.FIRST);
			Generations after = change.apply(before);
			return after.equals(before) ? Decision.keep(before) : Decision.write(after, List.of(), after);
		}).doOnNext((now) -> this.known = now);
	}

	public Instant now() {
		return this.clock.instant();
	}

	public Duration grace() {
		return this.properties.grace();
	}

}
