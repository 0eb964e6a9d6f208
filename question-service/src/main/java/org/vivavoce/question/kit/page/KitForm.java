package org.vivavoce.question.kit.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.Level;
import org.vivavoce.platform.page.FormFields;
import org.vivavoce.question.kit.Kit;

/**
 * What stands in the form of a kit, as it was typed.
 *
 * @param id of the kit; as typed while it is a new one
 * @param base the version that is edited; null for a new kit
 * @param about the technology that topics and key questions were chosen for
 * @param find what key questions are searched by
 * @param seed of the trial
 */
record KitForm(String id, @Nullable Integer base, String name, String technology, Level level,
		Map<Level, String> counts, String minutes, List<String> topics, List<String> keyQuestions, String about,
		String find, long seed) {

	KitForm {
		counts = Map.copyOf(counts);
		topics = List.copyOf(topics);
		keyQuestions = List.copyOf(keyQuestions);
	}

	static KitForm blank(String technology, Map<Level, Integer> counts, long seed) {
		return new KitForm("", null, "", technology, Level.MID, typed(counts), "", List.of(), List.of(), technology, "",
				seed);
	}

	static KitForm of(Kit kit, long seed) {
		return new KitForm(kit.id(), kit.version(), kit.name(), kit.technology(), kit.level(), typed(kit.counts()),
				(kit.minutes() != null) ? kit.minutes().toString() : "", kit.mustHaveTopics(), kit.keyQuestions(),
				kit.technology(), "", seed);
	}

	/**
	 * What was sent.
	 * @param id of a kit that is edited; null for a new one, whose id was typed
	 */
	static KitForm of(FormFields fields, @Nullable String id, long otherwise) {
		Map<Level, String> counts = new EnumMap<>(Level.class);
		for (Level level : Level.values()) {
			counts.put(level, fields.or(field(level), ""));
		}
		Integer seed = fields.number("seed");
		KitForm sent = new KitForm((id != null) ? id : fields.or("id", ""), (id != null) ? fields.number("base") : null,
				fields.or("name", ""), fields.or("technology", ""), level(fields.text("level")), counts,
				fields.or("minutes", ""), fields.all("topic"), fields.all("key"), fields.or("about", ""),
				fields.or("find", ""), (seed != null) ? seed : otherwise);
		return sent.about().equals(sent.technology()) ? sent : sent.afresh();
	}

	/**
	 * Of another technology the topics and key questions are others.
	 */
	private KitForm afresh() {
		return new KitForm(this.id, this.base, this.name, this.technology, this.level, this.counts, this.minutes,
				List.of(), List.of(), this.technology, "", this.seed);
	}

	KitForm withKeyQuestions(List<String> ids) {
		return new KitForm(this.id, this.base, this.name, this.technology, this.level, this.counts, this.minutes,
				this.topics, ids, this.about, this.find, this.seed);
	}

	KitForm withSeed(long other) {
		return new KitForm(this.id, this.base, this.name, this.technology, this.level, this.counts, this.minutes,
				this.topics, this.keyQuestions, this.about, this.find, other);
	}

	KitForm withBase(int version) {
		return new KitForm(this.id, version, this.name, this.technology, this.level, this.counts, this.minutes,
				this.topics, this.keyQuestions, this.about, this.find, this.seed);
	}

	private static Map<Level, String> typed(Map<Level, Integer> counts) {
		Map<Level, String> typed = new EnumMap<>(Level.class);
		for (Level level : Level.values()) {
			typed.put(level, String.valueOf(counts.getOrDefault(level, 0)));
		}
		return typed;
	}

	private static Level level(@Nullable String name) {
		return Stream.of(Level.values()).filter((level) -> name(level).equals(name)).findFirst().orElse(Level.MID);
	}

	/**
	 * The name of the field with the count of a level.
	 */
	static String field(Level level) {
		return "count-" + name(level);
	}

	private static String name(Level level) {
		return JsonNames.of(level);
	}

	public boolean fresh() {
		return this.base == null;
	}

	/**
	 * The id that a new kit gets: the one that was typed, or one made of its name.
	 */
	String chosenId() {
		return !this.id.isEmpty() ? this.id
				: this.name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
	}

}
