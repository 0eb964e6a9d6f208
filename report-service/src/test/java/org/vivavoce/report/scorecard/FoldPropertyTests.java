package org.vivavoce.report.scorecard;

import java.util.List;
import java.util.SortedMap;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.contracts.Envelope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fold on generated histories. {@code -Dvivavoce.endurance} and
 * {@code -Dvivavoce.seed} ask for more and for others.
 */
class FoldPropertyTests {

	private static final int HISTORIES = 10_000 * Integer.getInteger("vivavoce.endurance", 1);

	private static final long SEED = Long.getLong("vivavoce.seed", 20_260_504L);

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Grading GRADING = new Grading(ScoringRules.DEFAULTS);

	@Test
	void anyOrderAnyRepetitionAndAnyBatchingGiveTheSameBytes() {
		for (int i = 0; i < HISTORIES; i++) {
			Histories histories = new Histories(SEED + i);
			List<Envelope> events = histories.next();
			CardState card = Folding.fold(Histories.CANDIDATE, events);
			byte[] bytes = bytes(card);
			List<Envelope> disturbed = histories.disturbed(events);
			CardState again = Folding.fold(Histories.CANDIDATE, disturbed);
			assertThat(bytes(again)).as("history %s: %s", SEED + i, disturbed).isEqualTo(bytes);
			assertThat(FoldOracle.shown(card)).as("history %s: %s", SEED + i, events)
				.isEqualTo(FoldOracle.shown(events));
			assertThat(Folding.fold(card, disturbed)).as("history %s: all of it once more", SEED + i).isSameAs(card);
		}
	}

	@Test
	void theStoreBetweenTwoBatchesMakesNoDifference() {
		for (int i = 0; i < HISTORIES / 10; i++) {
			Histories histories = new Histories(-SEED - i);
			List<Envelope> events = histories.next();
			int cut = histories.cut(events);
			CardState first = Folding.fold(Histories.CANDIDATE, events.subList(0, cut));
			CardDocument stored = JSON.readValue(JSON.writeValueAsBytes(CardDocument.of(first, GRADING)),
					CardDocument.class);
			assertThat(stored.card()).isEqualTo(first);
			CardState card = Folding.fold(stored.card(), histories.disturbed(events));
			assertThat(bytes(card)).as("history %s cut at %s: %s", -SEED - i, cut, events)
				.isEqualTo(bytes(Folding.fold(Histories.CANDIDATE, events)));
		}
	}

	@Test
	void theVersionGrowsWithWhateverIsShown() {
		for (int i = 0; i < HISTORIES / 10; i++) {
			Histories histories = new Histories(SEED * 3 + i);
			CardState card = CardState.unknown(Histories.CANDIDATE);
			SortedMap<String, String> shown = FoldOracle.shown(card);
			for (Envelope event : histories.disturbed(histories.calm())) {
				CardState next = card.apply(event);
				SortedMap<String, String> nextShown = FoldOracle.shown(next);
				long version = Long.parseLong(shown.remove("version"));
				long nextVersion = Long.parseLong(nextShown.remove("version"));
				if (nextShown.equals(shown)) {
					assertThat(nextVersion).isGreaterThanOrEqualTo(version);
				}
				else {
					assertThat(nextVersion).as("history %s, %s", SEED * 3 + i, event).isGreaterThan(version);
				}
				card = next;
				shown = FoldOracle.shown(card);
			}
		}
	}

	private static byte[] bytes(CardState card) {
		return JSON.writeValueAsBytes(CardDocument.of(card, GRADING));
	}

}
