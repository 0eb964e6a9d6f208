package org.vivavoce.question.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.QuestionOutline;

/**
 * Where a plan could have a question about a topic for which it has no place.
 *
 * @param levels for which the hub has the topic
 * @param wanted whether the plan has questions of these levels
 * @param free whether key questions leave places there
 */
record TopicSlots(String topic, List<Level> levels, boolean wanted, boolean free) {

	static TopicSlots of(String topic, List<QuestionOutline> hub, PlanRules rules, List<QuestionOutline> keys) {
		List<Level> levels = Stream.of(Level.values())
			.filter((level) -> hub.stream()
				.anyMatch((question) -> question.level() == level && PlanRules.about(question, topic)))
			.toList();
		return new TopicSlots(topic, levels, levels.stream().anyMatch((level) -> rules.count(level) > 0),
				levels.stream().anyMatch((level) -> rules.missing(keys).getOrDefault(level, 0) > 0));
	}

	/**
	 * Why there is no place for it.
	 */
	String fault(String technology) {
		if (this.levels.isEmpty()) {
			return "the hub has no question about '" + this.topic + "' for '" + technology + "'";
		}
		String where = this.levels.stream().map(JsonNames::of).collect(Collectors.joining(" and "));
		String why = !this.wanted ? "no question is wanted" : !this.free ? "key questions take all places"
				: "key questions and the topics before it take all places";
		return "no place is left for '" + this.topic + "': the hub has it for " + where + " only, where " + why;
	}

}
