package org.vivavoce.question;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.publisher.PublisherProbe;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.DefaultApplicationArguments;

import static org.assertj.core.api.Assertions.assertThat;

class StartWorkTests {

	private static final DefaultApplicationArguments NONE = new DefaultApplicationArguments();

	@AfterEach
	void realTime() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void theStartWaitsUntilTheWorkIsDone() throws Exception {
		PublisherProbe<Void> work = PublisherProbe.of(Mono.delay(Duration.ofMillis(50)).then());
		new StartWork(work.mono(), Duration.ofSeconds(20)).run(NONE);
		work.assertWasSubscribed();
		work.assertWasNotCancelled();
	}

	@Test
	void theStartDoesNotWaitForever() throws Exception {
		PublisherProbe<Void> work = PublisherProbe.of(Mono.never());
		StartWork start = new StartWork(work.mono(), Duration.ZERO);
		start.run(NONE);
		work.assertWasSubscribed();
		work.assertWasNotCancelled();
		start.destroy();
		work.assertWasCancelled();
	}

	@Test
	void workThatFailsIsTriedAgainInTheBackground() throws Exception {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		AtomicInteger attempts = new AtomicInteger();
		Mono<Void> work = Mono.defer(() -> (attempts.incrementAndGet() < 4)
				? Mono.error(new IllegalStateException("the store is away")) : Mono.empty());
		new StartWork(work, Duration.ZERO).run(NONE);
		assertThat(attempts).hasValue(1);
		time.advanceTimeBy(Duration.ofMinutes(2));
		assertThat(attempts).hasValue(4);
	}

}
