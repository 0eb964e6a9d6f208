package org.vivavoce.platform.page;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsTests {

	private final Formats formats = new Formats();

	@Test
	void timesNameTheirZone() {
		assertThat(this.formats.time(Instant.parse("2026-05-04T08:07:06.5Z"))).isEqualTo("4 May 2026, 08:07 UTC");
	}

	@Test
	void scoresHaveOneDecimal() {
		assertThat(this.formats.score(66.666)).isEqualTo("66.7");
		assertThat(this.formats.score(100.0)).isEqualTo("100.0");
	}

	@Test
	void constantsAreNamesForProgramsAndWordsForPeople() {
		assertThat(this.formats.name(TimeUnit.MICROSECONDS)).isEqualTo("microseconds");
		assertThat(this.formats.label(Thread.State.TIMED_WAITING)).isEqualTo("Timed waiting");
		assertThat(this.formats.name(Thread.State.TIMED_WAITING)).isEqualTo("timed-waiting");
	}

	@Test
	void whatIsNotThereIsADash() {
		assertThat(this.formats.time(null)).isEqualTo("–");
		assertThat(this.formats.score(null)).isEqualTo("–");
		assertThat(this.formats.name(null)).isEqualTo("–");
		assertThat(this.formats.label(null)).isEqualTo("–");
	}

	@Test
	void oneIsSingular() {
		assertThat(this.formats.count(1, "question", "questions")).isEqualTo("1 question");
		assertThat(this.formats.count(0, "question", "questions")).isEqualTo("0 questions");
	}

}
