package org.vivavoce.report.scorecard;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A card as it is stored, together with what lists need of it. The index follows from the
 * card; it is only derived when the document is written, once for a whole batch of
 * events.
 */
public final class CardDocument {

	private final CardState card;

	private final @Nullable CardIndex index;

	private final @Nullable Grading grading;

	/**
	 * Derived once: it is needed when a document is written, and again when it is
	 * published.
	 */
	private @Nullable Optional<Summary> summary;

	private CardDocument(CardState card, @Nullable CardIndex index, @Nullable Grading grading) {
		this.card = card;
		this.index = index;
		this.grading = grading;
	}

	@JsonCreator
	static CardDocument stored(@JsonProperty("card") CardState card, @JsonProperty("index") @Nullable CardIndex index) {
		return new CardDocument(card, index, null);
	}

	/**
	 * A document to be written.
	 */
	public static CardDocument of(CardState card, Grading grading) {
		return new CardDocument(card, null, grading);
	}

	@JsonProperty("card")
	public CardState card() {
		return this.card;
	}

	/**
	 * What lists go by.
	 * @return null when there is nothing to show
	 */
	@JsonProperty("index")
	public @Nullable CardIndex index() {
		return (this.grading != null)
				? summary(this.grading).map((derived) -> CardIndex.of(this.card, derived)).orElse(null) : this.index;
	}

	/**
	 * The summary for everybody who sits on none of the panels.
	 * @return empty when there is nothing to show
	 */
	public Optional<Summary> summary(Grading current) {
		Optional<Summary> derived = this.summary;
		if (derived == null) {
			derived = current.grade(this.card).map(Scorecard::summary);
			this.summary = derived;
		}
		return derived;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CardDocument document && document.card.equals(this.card);
	}

	@Override
	public int hashCode() {
		return this.card.hashCode();
	}

}
