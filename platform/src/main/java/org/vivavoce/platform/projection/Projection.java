package org.vivavoce.platform.projection;

import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.EventType;
import org.vivavoce.platform.store.AggregateStore;
import org.vivavoce.platform.store.Stored;

/**
 * Documents folded from events. A bean of this type is kept up to date from Kafka.
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
	 * Where the documents are.
	 */
	AggregateStore<S> store();

	/**
	 * Which document an event is folded into: the candidate's, where nothing else is
	 * said.
	 */
	default String documentId(Event event) {
		return event.candidateId();
	}

	/**
	 * Whether nobody else writes the documents as a rule, so that it pays to keep them in
	 * memory between batches.
	 */
	default boolean isOnlyWriter() {
		return false;
	}

	/**
	 * Fold one event. Pure; commutative, associative and idempotent, because events come
	 * in any order and more than once. An event for which it fails is set aside, with the
	 * message of the exception as the reason.
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
	 * Whether records that cannot be applied, because the document would become too large
	 * or the store refuses it, are put on the dead letter topic. Each consumer has
	 * documents of its own, so each says so for itself. Asked for each batch that has
	 * such a record; may block.
	 */
	default boolean deadLettersOfItsOwn() {
		return true;
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
