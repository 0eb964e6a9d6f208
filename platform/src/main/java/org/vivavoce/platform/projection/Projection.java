package org.vivavoce.platform.projection;

import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;

/**
 * Documents folded from events, one for each candidate. A bean of this type is kept up to
 * date from Kafka.
 *
 * @param <S> the state that the events fold into
 */
public interface Projection<S> {

	/**
	 * The name of the consumer group and of the projection's offsets.
	 */
	String name();

	Set<EventType> consumes();

	/**
	 * Where the documents are, under the candidates' ids.
	 */
	AggregateStore<S> store();

	/**
	 * Fold one event. Pure; commutative, associative and idempotent, because events come
	 * in any order and more than once.
	 * @param state null when there is none yet
	 * @return the same instance when nothing changes; null while there is nothing to keep
	 */
	@Nullable S apply(@Nullable S state, Envelope envelope);

	/**
	 * Whether records that cannot be read are put on the dead letter topic. One consumer
	 * of a topic is enough for that; the others only count them. Asked for each batch
	 * that has such a record; may block.
	 */
	default boolean deadLetters() {
		return false;
	}

	/**
	 * Called after a batch is written and before its offsets are stored, so at least once
	 * for each change. The batch is repeated when it fails.
	 * @param touched the documents that the batch had events for, changed or not
	 */
	default Mono<Void> written(Collection<Stored<S>> touched) {
		return Mono.empty();
	}

}
