package org.vivavoce.question.kit.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.kit.Kit;

import static org.assertj.core.api.Assertions.assertThat;

class KitWordsTests {

	@Test
	void saysAllThatAKitCanSay() {
		assertThat(KitWords.sentences(kit(Map.of(Level.SENIOR, 1, Level.MID, 4), List.of("orm", "security", "caching"),
				List.of("q1", "q2"), 45)))
			.containsExactly("Each interview has 5 questions: 4 mid, 1 senior.",
					"All answers together take 45 minutes at most.", "Everybody is asked the 2 key questions below.",
					"There is a question about orm, security and caching.",
					"3 questions are drawn for each candidate, with the topics spread.");
	}

	@Test
	void saysWhatAKitLeavesOpen() {
		assertThat(KitWords.sentences(kit(Map.of(Level.MID, 1), List.of(), List.of(), null))).containsExactly(
				"Each interview has 1 question: 1 mid.", "There is no limit for the time.",
				"No question is the same for everybody.", "1 question is drawn for each candidate.");
		assertThat(KitWords.sentences(kit(Map.of(Level.MID, 1), List.of("orm"), List.of("q1"), 1))).contains(
				"All answers together take 1 minute at most.", "Everybody is asked the key question below.",
				"There is a question about orm.", "Nothing is drawn.");
	}

	private static Kit kit(Map<Level, Integer> counts, List<String> topics, List<String> keys,
			@Nullable Integer minutes) {
		return new Kit("backend", 1, "Backend", "django", Level.MID, counts, topics, keys, minutes, "ada",
				Instant.EPOCH);
	}

}
