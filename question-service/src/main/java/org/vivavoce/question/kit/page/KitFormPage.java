package org.vivavoce.question.kit.page;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.kit.KitTrial;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionOutline;

/**
 * The form of a kit as its template sees it.
 *
 * @param technologies to choose from
 * @param hub all questions of the technology
 * @param chosen the key questions that the hub has
 * @param found what was searched
 * @param conflicting the version that somebody else has saved meanwhile; null when nobody
 * has
 * @param said what has happened, for people who do not see it
 */
record KitFormPage(KitForm form, List<KitFault> faults, List<String> technologies, List<QuestionOutline> hub,
		List<Question> chosen, List<Question> found, @Nullable KitTrial trial, @Nullable Integer conflicting,
		String said) {

	/**
	 * A topic that can be chosen.
	 *
	 * @param where how many questions it has of each level, in words; empty when the hub
	 * has it no more
	 */
	public record Topic(String name, String where, boolean chosen) {

	}

	/**
	 * A key question.
	 *
	 * @param text null when the hub has it no more
	 */
	public record Key(String id, @Nullable Question text) {

	}

	/**
	 * How many questions of a level.
	 *
	 * @param part what the level is to the target level, in words
	 */
	public record Count(Level level, String field, String part, String typed, long available) {

	}

	public List<Count> counts() {
		return Arrays.stream(Level.values())
			.map((level) -> new Count(level, KitForm.field(level), part(level),
					this.form.counts().getOrDefault(level, ""),
					this.hub.stream().filter((question) -> question.level() == level).count()))
			.toList();
	}

	private String part(Level level) {
		int distance = level.distanceFrom(this.form.level());
		return (distance == 0) ? "at level" : (distance < 0) ? "warm-up" : "stretch";
	}

	/**
	 * The topics that the technology has, and those that were chosen and are gone.
	 */
	public List<Topic> topics() {
		Map<String, List<QuestionOutline>> known = this.hub.stream()
			.collect(Collectors.groupingBy(QuestionOutline::topic, () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
					Collectors.toList()));
		Stream<Topic> gone = this.form.topics()
			.stream()
			.filter((topic) -> !known.containsKey(topic))
			.map((topic) -> new Topic(topic, "", true));
		return Stream
			.concat(known.entrySet()
				.stream()
				.map((topic) -> new Topic(topic.getKey(), KitWords.mix(levels(topic.getValue())),
						this.form.topics().stream().anyMatch(topic.getKey()::equalsIgnoreCase))),
					gone)
			.toList();
	}

	private static Map<Level, Integer> levels(List<QuestionOutline> questions) {
		return questions.stream().collect(Collectors.toMap(QuestionOutline::level, (question) -> 1, Integer::sum));
	}

	public List<Key> keys() {
		return this.form.keyQuestions().stream().map((id) -> new Key(id, text(id).orElse(null))).toList();
	}

	private Optional<Question> text(String id) {
		return this.chosen.stream().filter((question) -> question.id().equals(id)).findFirst();
	}

	/**
	 * What is wrong with a field.
	 */
	public List<String> at(String field) {
		return this.faults.stream().filter((fault) -> fault.field().equals(field)).map(KitFault::message).toList();
	}

	/**
	 * What describes a field: its faults, if there are any, and its hint.
	 */
	public String describes(String field) {
		return at(field).isEmpty() ? field + "-hint" : field + "-fault " + field + "-hint";
	}

	public Set<Level> levels() {
		return EnumSet.allOf(Level.class);
	}

}
