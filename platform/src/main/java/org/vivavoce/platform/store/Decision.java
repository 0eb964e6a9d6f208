package org.vivavoce.platform.store;

import java.util.List;

import org.vivavoce.contracts.Event;

/**
 * What a command does to an aggregate, decided before anything is written.
 *
 * @param <S> the aggregate's state
 * @param <R> what the caller is told
 */
public sealed interface Decision<S, R> {

	R result();

	/**
	 * A new state, and the events that say so.
	 */
	record Write<S, R>(S state, List<? extends Event> events, R result) implements Decision<S, R> {

		public Write {
			events = List.copyOf(events);
		}

	}

	/**
	 * Nothing changes.
	 */
	record Keep<S, R>(R result) implements Decision<S, R> {

	}

	static <S, R> Decision<S, R> write(S state, List<? extends Event> events, R result) {
		return new Write<>(state, events, result);
	}

	static <S, R> Decision<S, R> write(S state, Event event, R result) {
		return new Write<>(state, List.of(event), result);
	}

	static <S, R> Decision<S, R> keep(R result) {
		return new Keep<>(result);
	}

}
