package org.vivavoce.report.scorecard;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whoever sits on the panel of an interview that is not closed judges alone: until they
 * have recommended, they see nothing that the other members think of that interview.
 */
public final class Redaction {

	private Redaction() {
	}

	/**
	 * The people who see less than the whole card, sorted.
	 */
	public static SortedSet<String> blind(CardState card) {
		SortedSet<String> blind = new TreeSet<>();
		card.interviews().forEach((interview) -> blind.addAll(blind(interview)));
		return blind;
	}

	/**
	 * Ids of the interviews of which this person must not see everything yet.
	 */
	static Set<String> hiddenFrom(CardState card, String viewer) {
		return card.interviews()
			.stream()
			.filter((interview) -> blind(interview).contains(viewer))
			.map(InterviewEntry::id)
			.collect(Collectors.toSet());
	}

	/**
	 * The card without what this person must not see yet.
	 */
	static CardState seenBy(CardState card, String viewer) {
		if (!blind(card).contains(viewer)) {
			return card;
		}
		return new CardState(card.candidateId(), card.forgottenAt(), card.profile(),
				card.interviews()
					.stream()
					.map((interview) -> blind(interview).contains(viewer) ? onlyOf(viewer, interview) : interview)
					.toList());
	}

	private static Collection<String> blind(InterviewEntry interview) {
		if (interview.closed() != null) {
			return List.of();
		}
		SortedSet<String> blind = new TreeSet<>();
		if (interview.facts() != null && interview.facts().value() != null) {
			blind.addAll(interview.facts().value().panel());
		}
		else {
			// the panel is not known yet, but whoever rates sits on it
			interview.ratings().forEach((rating) -> blind.add(rating.interviewer()));
		}
		interview.recommendations().forEach((recommendation) -> blind.remove(recommendation.interviewer()));
		return blind;
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
