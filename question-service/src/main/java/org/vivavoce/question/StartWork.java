package org.vivavoce.question;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Work that is done before the service says that it is ready; with the store away it goes
 * on in the background until it is done.
 */
final class StartWork implements ApplicationRunner, DisposableBean {

	private static final Log logger = LogFactory.getLog(StartWork.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

	private final Mono<Void> work;

	private final Duration patience;

	private volatile @Nullable CompletableFuture<Void> running;

	StartWork(Mono<Void> work, Duration patience) {
		this.work = work;
		this.patience = patience;
	}

	@Override
	public void run(ApplicationArguments args) throws ExecutionException, InterruptedException {
		CompletableFuture<Void> done = this.work
			.retryWhen(Retry.backoff(Long.MAX_VALUE, PAUSE).maxBackoff(LONGEST_PAUSE).doBeforeRetry((retry) -> {
				if (retry.totalRetries() == 0) {
					logger.warn("The question hub is not loaded yet, trying on: " + retry.failure().getMessage());
				}
			}))
			.toFuture();
		this.running = done;
		try {
			done.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			logger.info("Ready while the question hub is still being loaded");
		}
	}

	@Override
	public void destroy() {
		CompletableFuture<Void> done = this.running;
		if (done != null) {
			done.cancel(true);
		}
	}

}
