package org.vivavoce.question.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.exposure.Exposures;
import org.vivavoce.question.set.QuestionOutline;

/**
 * Says why each question is in a plan.
 */
public record Explanation(Level target, Origin origin, Exposures exposures) {

	/**
	 * How the questions came into the plan.
	 */
	public enum Origin {

		/** Drawn with an eye on exposure. */
		DRAWN,

		/** Drawn again by a seed that was given, whatever others were asked meanwhile. */
		REPEATED,

		/** Drawn with an eye on exposure as it was then, and shown to whoever plans. */
		SHOWN,

		/** Named by whoever plans. */
		NAMED

	}

	/**
	 * One reason for each question of a plan.
	 */
	List<String> of(List<QuestionOutline> plan) {
		Set<String> topics = new HashSet<>();
		return plan.stream()
			.map((question) -> reason(question, topics.add(topic(question)), words(), "is left"))
			.toList();
	}

	/**
	 * One reason for each question of a plan that keeps the rules of a kit.
	 */
	public List<String> of(List<QuestionOutline> plan, PlanRules kit) {
		List<QuestionOutline> keys = plan.stream()
			.filter((question) -> kit.keyQuestions().contains(question.id()))
			.toList();
		List<String> open = kit.missingTopics(keys).stream().map(PlanRules::comparable).toList();
		Set<String> topics = new HashSet<>();
		return plan.stream().map((question) -> {
			boolean first = topics.add(topic(question));
			if (keys.contains(question)) {
				return reason(question, first, "key question of the kit, ", null);
			}
			return (first && open.contains(topic(question)))
					? reason(question, true, "for a must-have topic of the kit, ",
							"about " + question.topic() + " fits into the kit")
					: reason(question, first, (this.origin == Origin.REPEATED) ? words() : "drawn, ",
							"fits into the kit");
		}).toList();
	}

	private static String topic(QuestionOutline question) {
		return PlanRules.comparable(question.topic());
	}

	private String words() {
		return switch (this.origin) {
			case DRAWN -> "";
			case SHOWN -> "drawn, ";
			case REPEATED -> "drawn by the given seed, ";
			case NAMED -> "chosen by name, ";
		};
	}

	/**
	 * @param otherwise why nothing better was drawn, behind the name of the level; null
	 * when nothing else was possible
	 */
	private String reason(QuestionOutline question, boolean first, String origin, @Nullable String otherwise) {
		List<String> parts = new ArrayList<>();
		parts.add(origin + part(question.level()));
		parts.add((first ? "first" : "another") + " question about " + question.topic());
		int served = this.exposures.served(question.id());
		parts.add(((served == 0) ? "not asked" : "asked " + times(served)) + " in the last "
				+ this.exposures.limits().window().toDays() + " days");
		String but = (otherwise == null || this.origin != Origin.DRAWN) ? ""
				: ", but no better " + name(question.level()) + " question " + otherwise;
		if (this.exposures.leaked(question.id())) {
			parts.add("probably leaked" + but);
		}
		if (this.exposures.asked(question.id())) {
			parts.add("this candidate knows it from another interview" + but);
		}
		String sentence = String.join("; ", parts);
		return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
	}

	private String part(Level level) {
		int distance = level.distanceFrom(this.target);
		return (distance == 0) ? "at level" : (distance < 0) ? "warm-up" : "stretch";
	}

	private static String name(Level level) {
		return JsonNames.of(level);
	}

	private static String times(int served) {
		return (served == 1) ? "once" : served + " times";
	}

	/**
	 * What speaks against asking a question; null when nothing does.
	 */
	static @Nullable String warning(QuestionOutline question, Exposures exposures) {
		if (exposures.asked(question.id())) {
			return "This candidate knows it from another interview";
		}
		return exposures.leaked(question.id())
				? "Probably leaked: asked " + times(exposures.served(question.id())) + " lately" : null;
	}

}
