package org.vivavoce.report.live;

import java.util.Optional;
import java.util.Set;

import org.vivavoce.report.scorecard.CardState;
import org.vivavoce.report.scorecard.Grading;
import org.vivavoce.report.scorecard.Redaction;
import org.vivavoce.report.scorecard.Scorecard;
import org.vivavoce.report.scorecard.Summary;

/**
 * A card as it was just loaded, for any number of viewers.
 */
public final class LiveCard {

	private final CardState card;

	private final Grading grading;

	private final Set<String> restrictedViewers;

	private final Optional<Summary> whole;

	private final long version;

	LiveCard(CardState card, Grading grading) {
		this.card = card;
		this.grading = grading;
		this.restrictedViewers = Redaction.restrictedViewers(card);
		this.whole = grading.grade(card).map(Scorecard::summary);
		this.version = card.version();
	}

	public String candidateId() {
		return this.card.candidateId();
	}

	public long version() {
		return this.version;
	}

	/**
	 * The summary as this person may see it.
	 * @return empty when the candidate was forgotten
	 */
	public Optional<Summary> summary(String viewer) {
		return this.restrictedViewers.contains(viewer) ? this.grading.grade(this.card, viewer).map(Scorecard::summary)
				: this.whole;
	}

}
