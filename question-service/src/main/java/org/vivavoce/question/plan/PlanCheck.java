package org.vivavoce.question.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.QuestionOutline;

/**
 * Says what stands against planning by some rules, in words for whoever has made them.
 * When nothing does, there is a plan.
 */
public final class PlanCheck {

	private final String technology;

	private final List<QuestionOutline> hub;

	private final PlanRules rules;

	private final List<FieldFault> reasons = new ArrayList<>();

	/**
	 * A check, for one use.
	 * @param hub all questions of the technology, each id once
	 */
	public PlanCheck(String technology, List<QuestionOutline> hub, PlanRules rules) {
		this.technology = technology;
		this.hub = hub;
		this.rules = rules;
	}

	/**
	 * All that stands against it. What follows from something else is not said as well.
	 * @return pointers into the rules
	 */
	public List<FieldFault> reasons() {
		checkCounts();
		List<QuestionOutline> keys = keyQuestions();
		if (this.reasons.isEmpty()) {
			checkTopics(keys);
		}
		if (this.reasons.isEmpty()) {
			checkMinutes(keys);
		}
		return List.copyOf(this.reasons);
	}

	private void checkCounts() {
		long total = this.rules.counts().values().stream().mapToLong(Integer::longValue).sum();
		if (total < 1 || total > Planning.MOST_QUESTIONS) {
			against("/counts", "an interview has 1 to " + Planning.MOST_QUESTIONS + " questions, not " + total);
		}
		this.rules.counts().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach((count) -> {
			long available = this.hub.stream().filter((question) -> question.level() == count.getKey()).count();
			if (count.getValue() < 0 || count.getValue() > available) {
				against("/counts/" + name(count.getKey()), count.getValue() + " " + name(count.getKey())
						+ " questions are not possible: the hub has " + available + " for '" + this.technology + "'");
			}
		});
	}

	private List<QuestionOutline> keyQuestions() {
		Map<String, QuestionOutline> byId = this.hub.stream()
			.collect(Collectors.toMap(QuestionOutline::id, Function.identity()));
		Set<QuestionOutline> keys = new HashSet<>();
		List<QuestionOutline> ordered = new ArrayList<>();
		List<String> ids = this.rules.keyQuestions();
		for (int at = 0; at < ids.size(); at++) {
			QuestionOutline question = byId.get(ids.get(at));
			String pointer = "/keyQuestions/" + at;
			if (question == null) {
				against(pointer,
						"the hub has no question '" + ids.get(at) + "' for '" + this.technology + "', or no more");
			}
			else if (!keys.add(question)) {
				against(pointer, "question '" + ids.get(at) + "' is named twice");
			}
			else {
				ordered.add(question);
				if (this.rules.missing(ordered).getOrDefault(question.level(), 0) < 0) {
					against(pointer, "there are more " + name(question.level()) + " key questions than "
							+ name(question.level()) + " questions");
				}
			}
		}
		return ordered;
	}

	private void checkTopics(List<QuestionOutline> keys) {
		List<String> topics = this.rules.topics();
		Set<String> seen = new HashSet<>();
		for (int at = 0; at < topics.size(); at++) {
			String pointer = "/mustHaveTopics/" + at;
			if (!seen.add(PlanRules.comparable(topics.get(at)))) {
				against(pointer, "topic '" + topics.get(at) + "' is named twice");
			}
			else if (room(topics.subList(0, at + 1)).fewestMinutes(keys).isEmpty()) {
				against(pointer, TopicSlots.of(topics.get(at), this.hub, this.rules, keys).fault(this.technology));
				return;
			}
		}
	}

	private PlanFeasibility room(List<String> topics) {
		return new PlanFeasibility(this.hub, this.rules.withTopics(topics));
	}

	private void checkMinutes(List<QuestionOutline> keys) {
		Integer limit = this.rules.minutes();
		OptionalInt fewest = room(this.rules.topics()).fewestMinutes(keys);
		if (limit != null && fewest.isPresent() && fewest.getAsInt() > limit) {
			against("/minutes", "the shortest plan takes " + fewest.getAsInt() + " minutes, "
					+ (fewest.getAsInt() - limit) + " more than " + limit);
		}
	}

	private void against(String pointer, String message) {
		this.reasons.add(new FieldFault(pointer, message));
	}

	private static String name(Level level) {
		return JsonNames.of(level);
	}

}
