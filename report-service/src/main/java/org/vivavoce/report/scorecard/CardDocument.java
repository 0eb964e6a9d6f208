package org.vivavoce.report.scorecard;

import org.jspecify.annotations.Nullable;

/**
 * A card as it is stored, together with what lists need of it.
 *
 * @param index null when there is nothing to show
 */
public record CardDocument(CardState card, @Nullable CardIndex index) {

	public static CardDocument of(CardState card, Grading grading) {
		return new CardDocument(card, CardIndex.of(card, grading));
	}

}
