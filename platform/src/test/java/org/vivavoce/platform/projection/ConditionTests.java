package org.vivavoce.platform.projection;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConditionTests {

	private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Test
	void aProjectionWithoutLagMovesHoweverLongNothingCame() {
		assertThat(condition(true, 0, Duration.ofDays(3))).isEqualTo(Condition.MOVING);
	}

	@Test
	void aProjectionThatLagsBehindButAppliesBatchesMoves() {
		assertThat(condition(true, 1_000_000, Duration.ofSeconds(59))).isEqualTo(Condition.MOVING);
		assertThat(condition(true, 1_000_000, Duration.ofSeconds(60))).isEqualTo(Condition.MOVING);
	}

	@Test
	void aProjectionThatLagsBehindAndAppliesNothingIsStalled() {
		assertThat(condition(true, 1, Duration.ofSeconds(61))).isEqualTo(Condition.STALLED);
	}

	@Test
	void aProjectionWithoutAReaderHasEndedEvenWithoutLag() {
		assertThat(condition(false, 0, Duration.ZERO)).isEqualTo(Condition.ENDED);
		assertThat(condition(false, 7, Duration.ofHours(1))).isEqualTo(Condition.ENDED);
	}

	private static Condition condition(boolean reading, long lag, Duration since) {
		return Condition.of(reading, lag, NOW.minus(since), NOW, PATIENCE);
	}

}
