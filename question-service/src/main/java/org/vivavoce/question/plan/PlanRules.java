package org.vivavoce.question.plan;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.QuestionOutline;

/**
 * What the questions of a plan have to keep.
 *
 * @param counts how many questions of each level; none where it is left out
 * @param keyQuestions ids of questions that are among them
 * @param topics of which there is a question, in any case
 * @param minutes how long all answers may take together; null for no limit
 */
public record PlanRules(Map<Level, Integer> counts, List<String> keyQuestions, List<String> topics,
		@Nullable Integer minutes) {

	public PlanRules {
		counts = Map.copyOf(counts);
		keyQuestions = List.copyOf(keyQuestions);
		topics = List.copyOf(topics);
	}

	static PlanRules of(Map<Level, Integer> counts) {
		return new PlanRules(counts, List.of(), List.of(), null);
	}

	PlanRules withTopics(List<String> others) {
		return new PlanRules(this.counts, this.keyQuestions, others, this.minutes);
	}

	int count(Level level) {
		return this.counts.getOrDefault(level, 0);
	}

	/**
	 * Whether the counts say all there is to keep.
	 */
	boolean countsOnly() {
		return this.topics.isEmpty() && this.minutes == null;
	}

	/**
	 * How many questions of each level are missing in a plan; negative where it has too
	 * many.
	 */
	Map<Level, Integer> missing(Collection<QuestionOutline> plan) {
		Map<Level, Integer> missing = new EnumMap<>(Level.class);
		for (Level level : Level.values()) {
			missing.put(level, count(level));
		}
		plan.forEach((question) -> missing.merge(question.level(), -1, Integer::sum));
		return missing;
	}

	/**
	 * The topics of which a plan has no question, in their order.
	 */
	List<String> missingTopics(Collection<QuestionOutline> plan) {
		return this.topics.stream()
			.filter((topic) -> plan.stream().noneMatch((question) -> about(question, topic)))
			.toList();
	}

	/**
	 * Whether a plan keeps all of it.
	 */
	public boolean kept(Collection<QuestionOutline> plan) {
		return missing(plan).values().stream().allMatch((missing) -> missing == 0)
				&& this.keyQuestions.stream()
					.allMatch((id) -> plan.stream().anyMatch((question) -> question.id().equals(id)))
				&& missingTopics(plan).isEmpty() && (this.minutes == null || minutes(plan) <= this.minutes);
	}

	static boolean about(QuestionOutline question, String topic) {
		return comparable(question.topic()).equals(comparable(topic));
	}

	/**
	 * A topic as it is compared.
	 */
	static String comparable(String topic) {
		return topic.strip().toLowerCase(Locale.ROOT);
	}

	static int minutes(Collection<QuestionOutline> plan) {
		return plan.stream().mapToInt(QuestionOutline::minutes).sum();
	}

}
