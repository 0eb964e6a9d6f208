package org.vivavoce.report.scorecard;

import java.util.List;

import org.vivavoce.contracts.Envelope;

/**
 * Folds events one after another.
 */
final class Folding {

	private Folding() {
	}

	static CardState fold(String candidate, List<Envelope> events) {
		return fold(CardState.unknown(candidate), events);
	}

	static CardState fold(CardState before, List<Envelope> events) {
		CardState card = before;
		for (Envelope event : events) {
			card = card.apply(event);
		}
		return card;
	}

}
