package org.vivavoce.report.scorecard;

import java.util.Map;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;
import org.vivavoce.platform.store.StateJson;

import static org.assertj.core.api.Assertions.assertThat;

class StoredCardTests {

	private final CardDocument document = CardDocument.of(History.of("c-1")
		.profiled("Ada")
		.opened("iv")
		.served("iv", "q", Level.MID)
		.scored("iv", "q", "ann", 3)
		.recommended("iv", "ann", Overall.YES)
		.closed("iv")
		.card(), new Grading(ScoringRules.DEFAULTS));

	/**
	 * The order counts as well: a rebuild compares stored documents byte by byte.
	 */
	@Test
	void aCardHasTheStoredNamesOfEarlierReleasesInTheirOrder() {
		Document stored = StateJson.toDocument(this.document);
		assertThat(stored.keySet()).containsExactly("card", "index");
		assertThat(stored.get("index", Map.class).keySet().toString())
			.isEqualTo("[sortScore, outcome, updatedAt, interviews, blindTo]");
		assertThat(stored.toJson())
			.contains("\"questions\": [{\"questionId\": \"q\", \"asked\": {\"claims\": [{\"revision\": 1, ")
			.contains("\"ratings\": [{\"questionId\": \"q\", \"interviewer\": \"ann\", \"given\": {\"claims\": ")
			.contains("\"recommendations\": [{\"interviewer\": \"ann\", \"recommended\": {\"claims\": ");
	}

	@Test
	void aStoredCardIsReadAsItWasWritten() {
		CardDocument read = StateJson.fromDocument(StateJson.toDocument(this.document), CardDocument.class);
		assertThat(read).isEqualTo(this.document);
		assertThat(read.index()).isEqualTo(this.document.index());
	}

}
