package org.vivavoce.platform.background;

import java.time.Duration;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Starts work that goes on until its owner stops. What fails in a way that the work does
 * not handle itself is logged as an error, because nobody waits for its end.
 */
public final class BackgroundWork {

	private static final Log logger = LogFactory.getLog(BackgroundWork.class);

	private BackgroundWork() {
	}

	/**
	 * Run something once.
	 * @param name says in the log what it is
	 * @return stops it
	 */
	public static Disposable run(String name, Publisher<?> work) {
		return Flux.from(work).subscribe((value) -> {
		}, (failure) -> logger.error(name + " has ended by a failure; a restart begins it again", failure));
	}

	/**
	 * Take turns, one after the other. A turn that fails does not end them; turns that
	 * would begin while one is still going on are left out.
	 * @param name says in the log what it is
	 * @param delay before the first turn
	 * @param interval between the beginnings of turns
	 * @return stops it
	 */
	public static Disposable repeat(String name, Duration delay, Duration interval,
			Supplier<? extends Publisher<?>> turn) {
		return repeat(name, Flux.interval(delay, interval).onBackpressureDrop(), turn);
	}

	/**
	 * The same, with a turn for each tick.
	 * @param ticks wait, or are left out, while a turn is going on
	 */
	public static Disposable repeat(String name, Flux<?> ticks, Supplier<? extends Publisher<?>> turn) {
		return run(name, ticks.concatMap((tick) -> turn(name, turn), 1));
	}

	private static Mono<Void> turn(String name, Supplier<? extends Publisher<?>> turn) {
		return Mono.defer(() -> Flux.from(turn.get()).then()).onErrorResume((failure) -> {
			logger.error(name + " has failed, and is tried again at the next turn", failure);
			return Mono.empty();
		});
	}

}
