package org.vivavoce.question.importing;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.DisposableBean;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;
import org.vivavoce.question.document.DocumentFormat;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.ParseResult;

/**
 * Reads documents beside the event loops: two at once, so that there has to be memory for
 * two, while 20 may wait for each of them. When the client goes away, its reading is
 * interrupted.
 */
final class DocumentReader implements DisposableBean {

	private static final int AT_ONCE = 2;

	private static final int WAITING = 20;

	private static final int IDLE_SECONDS = 60;

	/**
	 * With the time in which others are read before.
	 */
	private static final Duration LONGEST = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final Scheduler scheduler = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "documents", IDLE_SECONDS, true);

	/**
	 * Read a document.
	 * @return fails with {@link ProblemTypes#UNAVAILABLE} when too many others are read
	 */
	Mono<ParseResult> read(DocumentFormat format, byte[] document, DocumentOverrides overrides) {
		return run(() -> format.read(document, overrides));
	}

	/**
	 * The same with any work that ends when its thread is interrupted.
	 */
	<T> Mono<T> run(Supplier<T> reading) {
		return Mono.<T>create((sink) -> run(reading, sink))
			.subscribeOn(this.scheduler)
			.timeout(LONGEST)
			.onErrorMap((ex) -> ex instanceof RejectedExecutionException || ex instanceof TimeoutException,
					(ex) -> new ProblemException(ProblemTypes.UNAVAILABLE,
							"Too many documents are read at the moment; nothing was stored")
						.retryAfter(PAUSE));
	}

	private static <T> void run(Supplier<T> reading, MonoSink<T> sink) {
		AtomicBoolean cancelled = new AtomicBoolean();
		sink.onCancel(() -> cancelled.set(true));
		try {
			sink.success(reading.get());
		}
		catch (CancellationException ex) {
			// nobody is left to hear it, unless the service stops
			if (!cancelled.get()) {
				sink.error(ex);
			}
		}
	}

	@Override
	public void destroy() {
		this.scheduler.dispose();
	}

}
