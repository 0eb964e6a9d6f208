package org.vivavoce.question.exposure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ExposureFiguresTests {

	private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

	private static final ExposureLimits LIMITS = new ExposureLimits(Duration.ofDays(30), 5);

	@Test
	void aQuestionThatNobodyWasAskedHasNoDay() {
		ExposureFigures figures = ExposureFigures.of(Map.of(), LIMITS, NOW);
		assertThat(figures.served()).isZero();
		assertThat(figures.lastDay()).isNull();
		assertThat(figures.months()).isEmpty();
		assertThat(figures.leaked()).isFalse();
	}

	@Test
	void theWindowBeginsWithAWholeDay() {
		ExposureFigures figures = ExposureFigures.of(
				Map.of(LocalDate.of(2026, 2, 28), 7L, LocalDate.of(2026, 3, 1), 3L, LocalDate.of(2026, 3, 31), 1L),
				LIMITS, NOW);
		assertThat(figures.served()).isEqualTo(11);
		assertThat(figures.recently()).isEqualTo(4);
		assertThat(figures.lastDay()).isEqualTo(LocalDate.of(2026, 3, 31));
		assertThat(figures.months()).containsExactly(entry(YearMonth.of(2026, 2), 7L),
				entry(YearMonth.of(2026, 3), 4L));
		assertThat(figures.leaked()).isFalse();
	}

	@Test
	void aQuestionLeaksByWhatWasAskedWithinTheWindow() {
		assertThat(ExposureFigures.of(Map.of(LocalDate.of(2026, 3, 1), 5L), LIMITS, NOW).leaked()).isTrue();
	}

}
