package org.vivavoce.benchmarks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ProgressTests {

	private static final long SECOND = 1_000_000_000;

	private final Progress progress = new Progress(300);

	@Test
	void theFirstThirdDoesNotCount() {
		this.progress.at(0, 0);
		this.progress.at(10 * SECOND, 100);
		this.progress.at(12 * SECOND, 300);
		assertThat(this.progress.rate()).isEqualTo(100);
	}

	@Test
	void whatFollowsTheEndDoesNotCount() {
		this.progress.at(0, 100);
		this.progress.at(2 * SECOND, 300);
		this.progress.at(90 * SECOND, 300);
		assertThat(this.progress.isDone()).isTrue();
		assertThat(this.progress.rate()).isEqualTo(100);
	}

	@Test
	void whatHasNotEndedHasNoRate() {
		this.progress.at(0, 100);
		assertThat(this.progress.isDone()).isFalse();
		assertThatIllegalStateException().isThrownBy(this.progress::rate);
	}

	@Test
	void whatWasOnlySeenAtTheEndHasNoRate() {
		this.progress.at(0, 0);
		this.progress.at(SECOND, 300);
		assertThatIllegalStateException().isThrownBy(this.progress::rate);
	}

}
