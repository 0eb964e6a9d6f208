package org.vivavoce.question.kit;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.plan.PlanCheck;
import org.vivavoce.question.plan.PlanRules;
import org.vivavoce.question.set.FieldFault;
import org.vivavoce.question.set.QuestionOutline;

/**
 * One version of an interview kit. A version never changes.
 *
 * @param version from 1
 * @param technology as the hub spells it
 * @param counts how many questions of each level, key questions among them; levels
 * without any are left out
 * @param mustHaveTopics topics of which each interview has a question
 * @param keyQuestions ids of the questions that everybody is asked, in their order
 * @param minutes how long all answers may take together; null for no limit
 * @param author who has saved this version
 * @param at when it was saved
 */
public record Kit(String id, int version, String name, String technology, Level level, Map<Level, Integer> counts,
		List<String> mustHaveTopics, List<String> keyQuestions, @Nullable Integer minutes, String author, Instant at) {

	public Kit {
		Map<Level, Integer> some = new EnumMap<>(Level.class);
		counts.forEach((each, count) -> {
			if (count != 0) {
				some.put(each, count);
			}
		});
		counts = Collections.unmodifiableMap(some);
		mustHaveTopics = List.copyOf(mustHaveTopics);
		keyQuestions = List.copyOf(keyQuestions);
	}

	/**
	 * What the questions of an interview by it have to keep.
	 */
	public PlanRules rules() {
		return new PlanRules(this.counts, this.keyQuestions, this.mustHaveTopics, this.minutes);
	}

	/**
	 * Why no interview can be planned by it; empty when one can.
	 * @param hub all questions of its technology, each id once
	 */
	List<FieldFault> obstacles(List<QuestionOutline> hub) {
		return new PlanCheck(this.technology, hub, rules()).reasons();
	}

	/**
	 * How many questions an interview by it has.
	 */
	public int questions() {
		return this.counts.values().stream().mapToInt(Integer::intValue).sum();
	}

	/**
	 * Whether another one says the same, whoever has saved it.
	 */
	public boolean hasSameContent(Kit other) {
		return as(other.version, other.author, other.at).equals(other);
	}

	Kit as(int version, String author, Instant at) {
		return new Kit(this.id, version, this.name, this.technology, this.level, this.counts, this.mustHaveTopics,
				this.keyQuestions, this.minutes, author, at);
	}

}
