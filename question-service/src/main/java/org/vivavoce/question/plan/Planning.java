package org.vivavoce.question.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.QuestionOutline;

/**
 * Chooses the questions of an interview. The same hub, request, exposure and seed give
 * the same plan, on any machine.
 */
public final class Planning {

	public static final int MOST_QUESTIONS = 100;

	private static final long SEEDS = 1_000_000_000;

	private static final Comparator<QuestionOutline> WARM_UPS_FIRST = Comparator.comparing(QuestionOutline::level);

	private final String technology;

	private final List<QuestionOutline> hub;

	private final Level target;

	private final QuestionSampler questionSampler;

	/**
	 * A seed for whoever wants to draw by any.
	 */
	public static long freshSeed() {
		return ThreadLocalRandom.current().nextLong(SEEDS);
	}

	/**
	 * A planning from these questions.
	 * @param hub all questions of the technology, in any order, each id once
	 */
	public Planning(String technology, List<QuestionOutline> hub, Level target, Exposures exposures) {
		this.technology = technology;
		this.hub = List.copyOf(hub);
		this.target = target;
		this.questionSampler = new QuestionSampler(hub, target, exposures);
	}

	/**
	 * The usual number of questions for a target level, of which an interview has ten:
	 * mostly at level, some warm-ups, some stretch.
	 */
	public static Map<Level, Integer> usualCounts(Level target) {
		return switch (target) {
			case JUNIOR -> counts(7, 3, 0);
			case MID -> counts(3, 5, 2);
			case SENIOR -> counts(1, 3, 6);
		};
	}

	private static Map<Level, Integer> counts(int junior, int mid, int senior) {
		return new EnumMap<>(Map.of(Level.JUNIOR, junior, Level.MID, mid, Level.SENIOR, senior));
	}

	/**
	 * A plan without a kit.
	 */
	PlanResult plan(PlanRequest request, long seed) {
		if (this.hub.isEmpty()) {
			return new PlanResult.Refused("/technology", "the hub has no questions for '" + this.technology + "'");
		}
		return switch (request) {
			case PlanRequest.Usual usual -> by(PlanRules.of(capped(usualCounts(this.target))), seed).below("/plan");
			case PlanRequest.Counts counts -> by(PlanRules.of(counts.counts()), seed).below("/plan");
			case PlanRequest.Named named -> NamedPlan.of(named.questionIds(), this.technology, this.hub);
		};
	}

	private Map<Level, Integer> capped(Map<Level, Integer> counts) {
		Map<Level, Integer> capped = new EnumMap<>(Level.class);
		counts.forEach((level, count) -> capped.put(level, Math.min(count, this.questionSampler.of(level).size())));
		return capped;
	}

	/**
	 * A plan that keeps some rules: the key questions, then one question for each topic
	 * that is missing, then the rest is drawn with the topics spread.
	 * @return refused only when there is no such plan, with pointers into the rules
	 */
	public PlanResult by(PlanRules rules, long seed) {
		List<FieldFault> reasons = new PlanCheck(this.technology, this.hub, rules).reasons();
		if (!reasons.isEmpty()) {
			return new PlanResult.Refused(reasons);
		}
		Random random = new Random(seed);
		PlanFeasibility planFeasibility = new PlanFeasibility(this.hub, rules);
		List<QuestionOutline> plan = new ArrayList<>(keyQuestions(rules));
		for (String topic : rules.missingTopics(plan)) {
			plan.add(this.questionSampler.about(topic, plan, random, planFeasibility::next));
		}
		this.questionSampler.draw(rules.missing(plan), List.copyOf(plan), random, planFeasibility::next)
			.values()
			.forEach(plan::addAll);
		plan.sort(WARM_UPS_FIRST);
		return new PlanResult.Plan(plan);
	}

	private List<QuestionOutline> keyQuestions(PlanRules rules) {
		return rules.keyQuestions()
			.stream()
			.flatMap((id) -> this.hub.stream().filter((question) -> question.id().equals(id)))
			.toList();
	}

}
