package org.vivavoce.platform.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import com.mongodb.client.model.IndexModel;
import reactor.core.publisher.Mono;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.platform.outbox.Envelopes;
import org.vivavoce.platform.outbox.OutboxRelay;

/**
 * Makes the stores of a service.
 */
public final class AggregateStores {

	/**
	 * MongoDB's 16 MiB, and some room for what is beside the state.
	 */
	private static final long LARGEST = (16L << 20) - (16L << 10);

	private final ReactiveMongoDatabaseFactory databases;

	private final Envelopes envelopes;

	private final OutboxRelay relay;

	private final Indexes indexes;

	private final Clock clock;

	private final StoreProperties properties;

	public AggregateStores(ReactiveMongoDatabaseFactory databases, Envelopes envelopes, OutboxRelay relay,
			Indexes indexes, Clock clock, StoreProperties properties) {
		this.databases = databases;
		this.envelopes = envelopes;
		this.relay = relay;
		this.indexes = indexes;
		this.clock = clock;
		this.properties = properties;
	}

	/**
	 * A store of aggregates in one collection.
	 * @param stateType a record that Jackson maps
	 * @param indexes on fields as stored, for example {@code state.candidateId}
	 */
	public <S> AggregateStore<S> create(String collection, Class<S> stateType, IndexModel... indexes) {
		this.indexes.want(collection, List.of(indexes));
		this.indexes.want(collection, OutboxRelay.INDEXES);
		this.relay.sweep(collection);
		return at(Mono.just(collection), stateType);
	}

	/**
	 * A store of aggregates in a collection that is looked up for each access. Indexes
	 * are up to the caller, and the relay's sweeping, too, where they have events.
	 */
	public <S> AggregateStore<S> at(Mono<String> collection, Class<S> stateType) {
		return at(collection, stateType, this.properties.maxDocumentSize().toBytes());
	}

	/**
	 * The same, for states of any size that MongoDB takes: what is there already must not
	 * be too large to be moved, or to be forgotten.
	 */
	public <S> AggregateStore<S> unlimited(Mono<String> collection, Class<S> stateType) {
		return at(collection, stateType, LARGEST);
	}

	private <S> AggregateStore<S> at(Mono<String> collection, Class<S> stateType, long maxSize) {
		return new AggregateStore<>(this.databases, collection, stateType, this.envelopes, this.relay, this.clock,
				maxSize);
	}

	/**
	 * The text under which an instant is stored, for use in queries.
	 */
	public static String stored(Instant instant) {
		return StateJson.text(instant);
	}

}
