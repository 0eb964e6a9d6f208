package org.vivavoce.question.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.set.QuestionOutline;

/**
 * Draws questions by lot among those that are equally good. The same hub, exposure, wish
 * and lot give the same questions, on any machine.
 */
final class QuestionSampler {

	private static final Comparator<QuestionOutline> BY_ID = Comparator.comparing(QuestionOutline::id);

	private final List<QuestionOutline> hub;

	private final Level target;

	private final Exposures exposures;

	/**
	 * Draws from these questions.
	 * @param hub in any order, each id once
	 */
	QuestionSampler(List<QuestionOutline> hub, Level target, Exposures exposures) {
		this.hub = hub.stream().sorted(BY_ID).toList();
		this.target = target;
		this.exposures = exposures;
	}

	/**
	 * What the hub has of a level, by id.
	 */
	List<QuestionOutline> of(Level level) {
		return this.hub.stream().filter((question) -> question.level() == level).toList();
	}

	/**
	 * Draws so many questions of each level, with the topics spread. At level comes
	 * first, so that the questions which count most have the widest choice of topics.
	 * @param counts no more than there are
	 * @param kept questions which the plan has already
	 */
	Map<Level, List<QuestionOutline>> draw(Map<Level, Integer> counts, List<QuestionOutline> kept, Random random) {
		return draw(counts, kept, random, (plan) -> (next) -> true);
	}

	/**
	 * The same, but only what fits into the plan.
	 * @param fits tells of a plan what may come next; may not refuse everything while
	 * questions are missing
	 */
	Map<Level, List<QuestionOutline>> draw(Map<Level, Integer> counts, List<QuestionOutline> kept, Random random,
			Function<List<QuestionOutline>, Predicate<QuestionOutline>> fits) {
		List<QuestionOutline> plan = new ArrayList<>(kept);
		Map<Level, List<QuestionOutline>> drawn = new EnumMap<>(Level.class);
		List<Level> atLevelFirst = counts.keySet()
			.stream()
			.sorted(Comparator.comparingInt(this::distance).thenComparing(Comparator.naturalOrder()))
			.toList();
		for (Level level : atLevelFirst) {
			int before = plan.size();
			for (int left = counts.getOrDefault(level, 0); left > 0; left--) {
				Predicate<QuestionOutline> fitting = fits.apply(plan);
				List<QuestionOutline> possible = of(level).stream()
					.filter((question) -> !plan.contains(question) && fitting.test(question))
					.toList();
				plan.add(pick(possible, fresh(plan), random));
			}
			drawn.put(level, List.copyOf(plan.subList(before, plan.size())));
		}
		return drawn;
	}

	private int distance(Level level) {
		return Math.abs(level.distanceFrom(this.target));
	}

	/**
	 * Draws one question about a topic, as near to the target level as possible.
	 * @param fits may not refuse all of them
	 */
	QuestionOutline about(String topic, List<QuestionOutline> plan, Random random,
			Function<List<QuestionOutline>, Predicate<QuestionOutline>> fits) {
		Predicate<QuestionOutline> fitting = fits.apply(plan);
		List<QuestionOutline> possible = this.hub.stream()
			.filter((question) -> PlanRules.about(question, topic) && fitting.test(question))
			.toList();
		return pick(possible, worth((question) -> distance(question.level())), random);
	}

	/**
	 * One of the best questions. What was asked least often is better among those of
	 * equal worth.
	 */
	private QuestionOutline pick(List<QuestionOutline> possible, Comparator<QuestionOutline> worth, Random random) {
		Comparator<QuestionOutline> order = worth.thenComparingInt((question) -> this.exposures.served(question.id()));
		QuestionOutline first = possible.stream().min(order).orElseThrow();
		List<QuestionOutline> best = possible.stream()
			.filter((question) -> order.compare(question, first) == 0)
			.toList();
		return best.get(random.nextInt(best.size()));
	}

	/**
	 * Better questions first: what the candidate does not know, then what has probably
	 * not leaked, then what brings a topic that the plan has less of.
	 */
	Comparator<QuestionOutline> fresh(List<QuestionOutline> plan) {
		Map<String, Long> uses = plan.stream()
			.collect(Collectors.groupingBy(QuestionSampler::topic, Collectors.counting()));
		return worth((question) -> uses.getOrDefault(topic(question), 0L));
	}

	private Comparator<QuestionOutline> worth(ToLongFunction<QuestionOutline> then) {
		return Comparator.comparing((QuestionOutline question) -> this.exposures.asked(question.id()))
			.thenComparing((question) -> this.exposures.leaked(question.id()))
			.thenComparingLong(then);
	}

	private static String topic(QuestionOutline question) {
		return PlanRules.comparable(question.topic());
	}

}
