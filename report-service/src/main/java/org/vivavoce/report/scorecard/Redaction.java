package org.vivavoce.report.scorecard;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Members of the panel of an interview that is not closed are restricted viewers: until
 * they have recommended, they see no rating and no recommendation of the other members of
 * that panel.
 */
public final class Redaction {

	private Redaction() {
	}

	/**
	 * The people who may not see the whole card yet, sorted.
	 */
	public static SortedSet<String> restrictedViewers(CardState card) {
		SortedSet<String> restricted = new TreeSet<>();
		card.interviews().forEach((interview) -> restricted.addAll(restrictedViewers(interview)));
		return restricted;
	}

	/**
	 * Ids of the interviews of which this person must not see everything yet.
	 */
	static Set<String> hiddenFrom(CardState card, String viewer) {
		return card.interviews()
			.stream()
			.filter((interview) -> restrictedViewers(interview).contains(viewer))
			.map(InterviewEntry::id)
			.collect(Collectors.toSet());
	}

	/**
	 * The card without what this person must not see yet.
	 */
	static CardState seenBy(CardState card, String viewer) {
		if (!restrictedViewers(card).contains(viewer)) {
			return card;
		}
		return new CardState(card.candidateId(), card.forgottenAt(), card.profile(), card.interviews()
			.stream()
			.map((interview) -> restrictedViewers(interview).contains(viewer) ? onlyOf(viewer, interview) : interview)
			.toList());
	}

	private static Collection<String> restrictedViewers(InterviewEntry interview) {
		if (interview.closed() != null) {
			return List.of();
		}
		SortedSet<String> restricted = new TreeSet<>();
		if (interview.facts() != null && interview.facts().value() != null) {
			restricted.addAll(interview.facts().value().panel());
		}
		else {
			// the panel is not known yet, but whoever rates sits on it
			interview.ratings().forEach((rating) -> restricted.add(rating.interviewer()));
		}
		interview.recommendations().forEach((recommendation) -> restricted.remove(recommendation.interviewer()));
		return restricted;
	}

	private static InterviewEntry onlyOf(String viewer, InterviewEntry interview) {
		return new InterviewEntry(interview.id(), interview.facts(), interview.opened(), interview.closed(),
				interview.questions(),
				interview.ratings().stream().filter((rating) -> rating.interviewer().equals(viewer)).toList(),
				interview.recommendations()
					.stream()
					.filter((recommendation) -> recommendation.interviewer().equals(viewer))
					.toList());
	}

}
