package org.vivavoce.platform.background;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class BackgroundWorkTests {

	private static final Duration OFTEN = Duration.ofMillis(5);

	@Test
	void aTurnThatThrowsIsToldAndTheNextOneComes(CapturedOutput output) {
		AtomicInteger turns = new AtomicInteger();
		Disposable work = BackgroundWork.repeat("Counting", Duration.ZERO, OFTEN, () -> {
			if (turns.incrementAndGet() == 1) {
				throw new IllegalStateException("a fault that nobody foresaw");
			}
			return Mono.error(new IllegalStateException("another one"));
		});
		await().until(() -> turns.get() > 3);
		work.dispose();
		assertThat(output).contains("Counting has failed", "a fault that nobody foresaw", "another one");
	}

	@Test
	void workThatEndsByAFailureSaysSo(CapturedOutput output) {
		BackgroundWork.run("Publishing", Mono.error(new IllegalStateException("a fault that nobody foresaw")));
		assertThat(output).contains("Publishing has ended", "a fault that nobody foresaw");
	}

	@Test
	void disposingEndsTheTurns() {
		AtomicInteger turns = new AtomicInteger();
		Disposable work = BackgroundWork.repeat("Counting", Duration.ZERO, OFTEN,
				() -> Mono.fromRunnable(turns::incrementAndGet));
		await().until(() -> turns.get() > 0);
		work.dispose();
		int now = turns.get();
		await().during(Duration.ofMillis(100)).until(() -> turns.get() <= now + 1);
	}

}
