package org.vivavoce.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DelayedEntryTests {

	private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

	private static final OutboxEntry ENTRY = new OutboxEntry("e-1", NOW, "answer-scored", "c-1", "{}",
			List.of(new OutboxEntry.Header("ce_id", "e-1")));

	@ParameterizedTest
	@CsvSource({ "1, PT1M", "2, PT2M", "3, PT4M", "6, PT32M", "7, PT1H4M", "100, PT1H4M" })
	void thePauseDoublesUpToAboutAnHour(int attempts, Duration pause) {
		assertThat(DelayedEntry.refused(ENTRY, attempts, "too large", NOW).due()).isEqualTo(NOW.plus(pause));
	}

	@Test
	void aRepetitionComesAfterAnythingThatMayStillBeOnItsWay() {
		Duration onItsWay = OutboxRelay.FRESH.plus(Duration.ofMinutes(2));
		assertThat(DelayedEntry.repeated(ENTRY).due()).isAfter(NOW.plus(onItsWay));
	}

	@Test
	void itIsReadBackAsItWasStored() {
		DelayedEntry refused = DelayedEntry.refused(ENTRY, 3, "too large", NOW);
		assertThat(DelayedEntry.fromDocument(refused.toDocument())).isEqualTo(refused);
		DelayedEntry repeated = DelayedEntry.repeated(ENTRY);
		assertThat(DelayedEntry.fromDocument(repeated.toDocument())).isEqualTo(repeated);
	}

	@Test
	void onlyARepetitionRepeats() {
		assertThat(DelayedEntry.repeatsIn(new Document())).isFalse();
		assertThat(DelayedEntry.repeatsIn(with(DelayedEntry.refused(ENTRY, 1, "too large", NOW)))).isFalse();
		assertThat(DelayedEntry.repeatsIn(with(DelayedEntry.repeated(ENTRY)))).isTrue();
	}

	private static Document with(DelayedEntry delayed) {
		return new Document(DelayedEntry.FIELD, List.of(delayed.toDocument()));
	}

}
