package org.vivavoce.report.api;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.vivavoce.report.live.LiveProperties;

import static org.assertj.core.api.Assertions.assertThat;

class EventStreamTests {

	private static final LiveProperties PROPERTIES = new LiveProperties(Duration.ofSeconds(15), Duration.ofSeconds(3),
			Duration.ofMinutes(15), 500, 10);

	@Test
	void theStreamEndsWhenTheClientIsSentAway() {
		StepVerifier.withVirtualTime(() -> EventStream.of(Flux.empty(), "ann", PROPERTIES))
			.assertNext((event) -> assertThat(event.retry()).isEqualTo(Duration.ofSeconds(3)))
			.verifyComplete();
	}

	@Test
	void heartbeatsComeWhileNothingHappens() {
		StepVerifier.withVirtualTime(() -> EventStream.of(Flux.never(), "ann", PROPERTIES))
			.expectNextCount(1)
			.expectNoEvent(Duration.ofSeconds(15))
			.assertNext((event) -> assertThat(event.comment()).isEqualTo("heartbeat"))
			.thenAwait(Duration.ofSeconds(15))
			.expectNextCount(1)
			.thenCancel()
			.verify();
	}

}
