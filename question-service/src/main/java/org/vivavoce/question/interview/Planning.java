package org.vivavoce.question.interview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.hub.QuestionOutline;

/**
 * Chooses the questions of an interview. The same hub, request, exposure and seed give
 * the same plan, on any machine.
 */
final class Planning {

	static final int MOST_QUESTIONS = 100;

	private static final Comparator<QuestionOutline> BY_ID = Comparator.comparing(QuestionOutline::id);

	private final String technology;

	private final List<QuestionOutline> hub;

	private final Level target;

	private final Exposures exposures;

	/**
	 * A planning from these questions.
	 * @param hub all questions of the technology, in any order, each id once
	 */
	Planning(String technology, List<QuestionOutline> hub, Level target, Exposures exposures) {
		this.technology = technology;
		this.hub = hub.stream().sorted(BY_ID).toList();
		this.target = target;
		this.exposures = exposures;
	}

	/**
	 * The usual number of questions for a target level, of which an interview has ten:
	 * mostly at level, some warm-ups, some stretch.
	 */
	static Map<Level, Integer> usualCounts(Level target) {
		return switch (target) {
			case JUNIOR -> counts(7, 3, 0);
			case MID -> counts(3, 5, 2);
			case SENIOR -> counts(1, 3, 6);
		};
	}

	private static Map<Level, Integer> counts(int junior, int mid, int senior) {
		return new EnumMap<>(Map.of(Level.JUNIOR, junior, Level.MID, mid, Level.SENIOR, senior));
	}

	Planned plan(PlanRequest request, long seed) {
		if (this.hub.isEmpty()) {
			return new Planned.Refused("/technology", "the hub has no questions for '" + this.technology + "'");
		}
		return switch (request) {
			case PlanRequest.Usual usual -> fromCounts(capped(usualCounts(this.target)), seed);
			case PlanRequest.Counts counts -> fromCounts(counts.counts(), seed);
			case PlanRequest.Named named -> named(named.questionIds());
		};
	}

	private Map<Level, Integer> capped(Map<Level, Integer> counts) {
		Map<Level, Integer> capped = new EnumMap<>(Level.class);
		counts.forEach((level, count) -> capped.put(level, Math.min(count, of(level).size())));
		return capped;
	}

	private Planned fromCounts(Map<Level, Integer> counts, long seed) {
		List<Planned.Reason> reasons = new ArrayList<>();
		long total = counts.values().stream().mapToLong(Integer::longValue).sum();
		if (total < 1 || total > MOST_QUESTIONS) {
			reasons.add(new Planned.Reason("/plan/counts",
					"an interview has 1 to " + MOST_QUESTIONS + " questions, not " + total));
		}
		counts.forEach((level, count) -> {
			int available = of(level).size();
			String name = level.name().toLowerCase(Locale.ROOT);
			if (count < 0 || count > available) {
				reasons.add(new Planned.Reason("/plan/counts/" + name, count + " " + name
						+ " questions are not possible: the hub has " + available + " for '" + this.technology + "'"));
			}
		});
		return reasons.isEmpty() ? new Planned.Plan(inOrder(draw(counts, List.of(), seed)))
				: new Planned.Refused(reasons);
	}

	/**
	 * Draws so many questions of each level, with the topics spread. At level comes
	 * first, so that the questions which count most have the widest choice of topics.
	 * @param counts no more than there are
	 * @param kept questions which the plan has already
	 */
	Map<Level, List<QuestionOutline>> draw(Map<Level, Integer> counts, List<QuestionOutline> kept, long seed) {
		Random random = new Random(seed);
		Map<String, Integer> uses = new HashMap<>();
		kept.forEach((question) -> uses.merge(topic(question), 1, Integer::sum));
		Map<Level, List<QuestionOutline>> chosen = new EnumMap<>(Level.class);
		counts.keySet()
			.stream()
			.sorted(Comparator.comparing((Level level) -> Math.abs(level.distanceFrom(this.target)))
				.thenComparing(Comparator.naturalOrder()))
			.forEach((level) -> chosen.put(level,
					choose(besides(of(level), kept), counts.getOrDefault(level, 0), uses, random)));
		return chosen;
	}

	/**
	 * Warm-ups are asked first and stretch last, which is by level.
	 */
	private static List<QuestionOutline> inOrder(Map<Level, List<QuestionOutline>> byLevel) {
		return byLevel.values().stream().flatMap(List::stream).toList();
	}

	private static List<QuestionOutline> besides(List<QuestionOutline> questions, List<QuestionOutline> kept) {
		Set<String> ids = new HashSet<>();
		kept.forEach((question) -> ids.add(question.id()));
		return questions.stream().filter((question) -> !ids.contains(question.id())).toList();
	}

	private List<QuestionOutline> choose(List<QuestionOutline> available, int count, Map<String, Integer> uses,
			Random random) {
		List<QuestionOutline> left = new ArrayList<>(available);
		List<QuestionOutline> chosen = new ArrayList<>();
		while (chosen.size() < count) {
			Comparator<QuestionOutline> worth = worth((question) -> uses.getOrDefault(topic(question), 0))
				.thenComparingInt((question) -> this.exposures.served(question.id()));
			QuestionOutline first = left.stream().min(worth).orElseThrow();
			List<QuestionOutline> best = left.stream()
				.filter((question) -> worth.compare(question, first) == 0)
				.toList();
			QuestionOutline next = best.get(random.nextInt(best.size()));
			left.remove(next);
			chosen.add(next);
			uses.merge(topic(next), 1, Integer::sum);
		}
		return chosen;
	}

	/**
	 * Better questions first: what the candidate does not know, then what has probably
	 * not leaked, then what brings a topic that the plan has less of.
	 */
	Comparator<QuestionOutline> worth(ToLongFunction<QuestionOutline> uses) {
		return Comparator.comparing((QuestionOutline question) -> this.exposures.asked(question.id()))
			.thenComparing((question) -> this.exposures.leaked(question.id()))
			.thenComparingLong(uses);
	}

	/**
	 * The topic as it is compared.
	 */
	static String topic(QuestionOutline question) {
		return question.topic().toLowerCase(Locale.ROOT);
	}

	/**
	 * What the hub has of a level, by id.
	 */
	List<QuestionOutline> of(Level level) {
		return this.hub.stream().filter((question) -> question.level() == level).toList();
	}

	private Planned named(List<String> ids) {
		if (ids.isEmpty() || ids.size() > MOST_QUESTIONS) {
			return new Planned.Refused("/plan/questionIds",
					"an interview has 1 to " + MOST_QUESTIONS + " questions, not " + ids.size());
		}
		Map<String, QuestionOutline> byId = new HashMap<>();
		this.hub.forEach((question) -> byId.put(question.id(), question));
		List<QuestionOutline> plan = new ArrayList<>();
		List<Planned.Reason> reasons = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (int at = 0; at < ids.size(); at++) {
			QuestionOutline question = byId.get(ids.get(at));
			String pointer = "/plan/questionIds/" + at;
			if (!seen.add(ids.get(at))) {
				reasons.add(new Planned.Reason(pointer, "question '" + ids.get(at) + "' is named twice"));
			}
			else if (question == null) {
				reasons.add(new Planned.Reason(pointer,
						"the hub has no question '" + ids.get(at) + "' for '" + this.technology + "'"));
			}
			else {
				plan.add(question);
			}
		}
		return reasons.isEmpty() ? new Planned.Plan(plan) : new Planned.Refused(reasons);
	}

}
