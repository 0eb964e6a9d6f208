package org.vivavoce.question.kit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Level;
import org.vivavoce.platform.store.Decision;

import static org.assertj.core.api.Assertions.assertThat;

class KitHistoryTests {

	private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

	@Test
	void anotherAuthorWhoSavesTheSameMakesNoVersion() {
		KitHistory one = saved(Optional.empty(), kit("Backend", "ada"));
		assertThat(KitHistory.save(Optional.of(one), kit("Backend", "ben"))).isEqualTo(Decision.keep(one));
	}

	@Test
	void aVersionStaysWhatItIsWhenAnotherFollows() {
		KitHistory one = saved(Optional.empty(), kit("Backend", "ada"));
		KitHistory two = saved(Optional.of(one), kit("Backend, mid", "ben"));
		assertThat(two.version(1)).contains(one.latest());
		assertThat(two.latest()).isEqualTo(kit("Backend, mid", "ben").as(2, "ben", NOW));
		assertThat(two.before(2, 5)).containsExactly(one.latest());
		assertThat(two.version(3)).isEmpty();
	}

	@Test
	void savingARetiredKitBringsItBackInTheVersionThatItHad() {
		KitHistory one = saved(Optional.empty(), kit("Backend", "ada"));
		KitHistory gone = written(one.retire(new KitHistory.Retirement("ben", NOW)));
		assertThat(gone.retire(new KitHistory.Retirement("eve", NOW))).isEqualTo(Decision.keep(gone));
		assertThat(saved(Optional.of(gone), kit("Backend", "ada"))).isEqualTo(one);
	}

	@Test
	void levelsWithoutQuestionsAreTheSameAsLevelsLeftOut() {
		assertThat(new Kit("k", 1, "K", "django", Level.MID, Map.of(Level.MID, 2, Level.SENIOR, 0), List.of(),
				List.of(), null, "ada", NOW)
			.counts()).isEqualTo(Map.of(Level.MID, 2));
	}

	private static KitHistory saved(Optional<KitHistory> current, Kit draft) {
		return written(KitHistory.save(current, draft));
	}

	private static KitHistory written(Decision<KitHistory, KitHistory> decision) {
		assertThat(decision).isInstanceOf(Decision.Write.class);
		return ((Decision.Write<KitHistory, KitHistory>) decision).state();
	}

	private static Kit kit(String name, String author) {
		return new Kit("backend", 1, name, "django", Level.MID, Map.of(Level.MID, 2), List.of("orm"), List.of(), 45,
				author, NOW);
	}

}
