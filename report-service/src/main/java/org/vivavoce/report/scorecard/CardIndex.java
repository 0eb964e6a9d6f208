package org.vivavoce.report.scorecard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.ScorecardOutcome;

/**
 * What lists filter and sort scorecards by, stored beside them.
 *
 * @param sortScore the score, or −1 where there is none
 * @param interviews what the interviews are about, as far as it is known
 * @param restrictedViewers who must not infer a score from the card's place in a list by
 * score
 */
public record CardIndex(double sortScore, ScorecardOutcome outcome, Instant updatedAt, List<Subject> interviews,
		@JsonProperty("blindTo") List<String> restrictedViewers) {

	/**
	 * What stands for a missing score.
	 */
	public static final double NO_SCORE = -1;

	/**
	 * The subject of interviews.
	 *
	 * @param technology in lower case
	 */
	public record Subject(String technology, Level level) {

		private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::technology)
			.thenComparing(Subject::level);

	}

	static CardIndex of(CardState card, Summary summary) {
		return new CardIndex((summary.score() != null) ? summary.score() : NO_SCORE, summary.outcome(),
				summary.updatedAt(), subjects(card), List.copyOf(Redaction.restrictedViewers(card)));
	}

	private static List<Subject> subjects(CardState card) {
		return card.interviews()
			.stream()
			.map(InterviewEntry::facts)
			.filter(Objects::nonNull)
			.map((facts) -> Objects.requireNonNull(facts.value()))
			.map((facts) -> new Subject(facts.technology().toLowerCase(Locale.ROOT), facts.targetLevel()))
			.distinct()
			.sorted(Subject.ORDER)
			.toList();
	}

}
