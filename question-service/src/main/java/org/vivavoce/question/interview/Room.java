package org.vivavoce.question.interview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.hub.QuestionOutline;

/**
 * Tells whether a plan that was begun can still be completed so that it keeps its rules.
 * Whoever asks that before each choice never chooses something for which no completion is
 * left, so there is no going back.
 */
final class Room {

	private final List<QuestionOutline> shortestFirst;

	private final PlanRules rules;

	/**
	 * Room for plans from these questions.
	 * @param hub in any order, each id once
	 */
	Room(List<QuestionOutline> hub, PlanRules rules) {
		this.shortestFirst = hub.stream().sorted(Comparator.comparingInt(QuestionOutline::minutes)).toList();
		this.rules = rules;
	}

	/**
	 * Whether a plan can be completed within its time.
	 */
	boolean fits(Collection<QuestionOutline> plan) {
		OptionalInt fewest = fewestMinutes(plan);
		Integer limit = this.rules.minutes();
		return fewest.isPresent() && (limit == null || fewest.getAsInt() <= limit);
	}

	boolean fits(Collection<QuestionOutline> plan, QuestionOutline next) {
		if (this.rules.countsOnly()) {
			return true;
		}
		List<QuestionOutline> more = new ArrayList<>(plan);
		more.add(next);
		return fits(more);
	}

	/**
	 * How long the shortest plan takes that has these questions and keeps counts and
	 * topics. Empty when there is none, however long.
	 */
	OptionalInt fewestMinutes(Collection<QuestionOutline> plan) {
		int[] left = new int[Level.values().length];
		this.rules.missing(plan).forEach((level, missing) -> left[level.ordinal()] = missing);
		if (Arrays.stream(left).anyMatch((missing) -> missing < 0)) {
			return OptionalInt.empty();
		}
		Set<QuestionOutline> planned = new HashSet<>(plan);
		List<QuestionOutline> rest = new ArrayList<>(this.shortestFirst);
		rest.removeIf(planned::contains);
		PlacesLeft places = new PlacesLeft(left);
		int[] fewest = places.begin(PlanRules.minutes(plan));
		for (String topic : this.rules.missingTopics(plan)) {
			List<QuestionOutline> about = rest.stream().filter((each) -> PlanRules.about(each, topic)).toList();
			rest.removeAll(about);
			fewest = places.withSome(about, fewest);
		}
		return places.filled(fewest, rest);
	}

}
