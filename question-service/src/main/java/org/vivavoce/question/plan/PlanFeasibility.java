package org.vivavoce.question.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.QuestionOutline;

/**
 * Tells whether a plan that was begun can still be completed so that it keeps its rules.
 * Whoever asks that before each choice never chooses something for which no completion is
 * left, so there is no going back.
 */
final class PlanFeasibility {

	private final List<Candidate> shortestFirst;

	private final PlanRules rules;

	/**
	 * Room for plans from these questions.
	 * @param hub in any order, each id once
	 */
	PlanFeasibility(List<QuestionOutline> hub, PlanRules rules) {
		this.shortestFirst = hub.stream()
			.sorted(Comparator.comparingInt(QuestionOutline::minutes))
			.map(Candidate::of)
			.toList();
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

	/**
	 * Tells which questions may be next in a plan as it is now. Of those that are alike
	 * to the rules, one is tried.
	 */
	Predicate<QuestionOutline> next(List<QuestionOutline> plan) {
		if (this.rules.countsOnly()) {
			return (question) -> true;
		}
		Set<String> missing = this.rules.missingTopics(plan)
			.stream()
			.map(PlanRules::comparable)
			.collect(Collectors.toSet());
		Map<Kind, Boolean> known = new HashMap<>();
		return (question) -> known.computeIfAbsent(Kind.of(question, missing), (kind) -> {
			List<QuestionOutline> more = new ArrayList<>(plan);
			more.add(question);
			return fits(more);
		});
	}

	/**
	 * What matters of a question to the rules.
	 *
	 * @param topic empty when the plan has it, or nobody asks for it
	 */
	private record Kind(Level level, String topic, int minutes) {

		static Kind of(QuestionOutline question, Set<String> missing) {
			String topic = PlanRules.comparable(question.topic());
			return new Kind(question.level(), missing.contains(topic) ? topic : "", question.minutes());
		}

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
		Set<String> planned = plan.stream().map(QuestionOutline::id).collect(Collectors.toSet());
		int[] once = Arrays.stream(left).map((missing) -> Math.min(missing, 1)).toArray();
		Map<String, Shortest> topics = new LinkedHashMap<>();
		this.rules.missingTopics(plan).forEach((topic) -> topics.put(PlanRules.comparable(topic), new Shortest(once)));
		Shortest others = new Shortest(left);
		for (Candidate candidate : this.shortestFirst) {
			if (!planned.contains(candidate.question().id())) {
				Shortest about = topics.get(candidate.topic());
				// a plan with another question of topic and level is no longer with the
				// shortest
				if (about == null || !about.add(candidate.question())) {
					others.add(candidate.question());
				}
			}
		}
		RemainingSlots places = new RemainingSlots(left, topics.size());
		int[] fewest = places.begin(PlanRules.minutes(plan));
		for (Shortest about : topics.values()) {
			fewest = places.withSome(about.questions, fewest);
		}
		return places.filled(fewest, others.questions);
	}

	/**
	 * A question with its topic as it is compared.
	 */
	private record Candidate(QuestionOutline question, String topic) {

		static Candidate of(QuestionOutline question) {
			return new Candidate(question, PlanRules.comparable(question.topic()));
		}

	}

	/**
	 * The shortest questions, so many of each level.
	 */
	private static final class Shortest {

		private final List<QuestionOutline> questions = new ArrayList<>();

		private final int[] left;

		Shortest(int[] left) {
			this.left = left.clone();
		}

		boolean add(QuestionOutline question) {
			return this.left[question.level().ordinal()]-- > 0 && this.questions.add(question);
		}

	}

}
