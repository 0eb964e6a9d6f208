package org.vivavoce.question.document.source;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vivavoce.contracts.Level;

/**
 * Finds levels and years of experience in what people write.
 */
public final class LevelName {

	private static final Pattern WORDS = Pattern.compile(
			"\\b(?:(?<junior>junior|jr|entry[- ]level|beginner)|(?<mid>mid|middle|intermediate|medior)|(?<senior>senior|sr|advanced))(?:[- ]level)?\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern YEARS = Pattern.compile(
			"(?:(?:less|more) than |under |over |up to )?\\d{1,2}(?: ?(?:[-–—]|to) ?\\d{1,2})? ?\\+?(?: (?:years?|yrs)(?: and more| or more)?| ?\\+)",
			Pattern.CASE_INSENSITIVE);

	/**
	 * What joins a technology to words that are taken away.
	 */
	private static final Pattern EDGES = Pattern.compile(
			"^(?:(?!\\.\\p{L})[\\s\\p{Punct}–—])+|[\\s:;,–—&/-]+$"
					+ "|^(?:with|and|for|the|to|ask|of)(?= |$)|(?<=^| )(?:with|and|for|the|to|ask|of)$",
			Pattern.CASE_INSENSITIVE);

	/** "Top 50", "The 20 best". */
	private static final Pattern COUNTED = Pattern
		.compile("(?i)^\\s*(?:the )?(?:top \\d{1,3}|\\d{1,3}\\+?(?: (?:best|top|essential|common))+)\\b");

	private static final Pattern COMMON = Pattern
		.compile("(?i)\\b(?:interview|interviews|questions?|answers?|developers?|engineers?|programmers?|candidates?"
				+ "|levels?|roles?|positions?|experience|set|hiring|guide|handbook)\\b");

	static final Pattern IN_BRACKETS = Pattern.compile("\\(.*?\\)");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	static final int LONGEST_HEADING = 300;

	private LevelName() {
	}

	/**
	 * The level that a text names.
	 * @return empty when it names none or more than one, or is too long for a heading
	 */
	public static Optional<Level> find(String text) {
		if (text.length() > LONGEST_HEADING) {
			return Optional.empty();
		}
		Set<Level> found = EnumSet.noneOf(Level.class);
		Matcher words = WORDS.matcher(text);
		while (words.find()) {
			found.add((words.group("junior") != null) ? Level.JUNIOR
					: (words.group("mid") != null) ? Level.MID : Level.SENIOR);
		}
		return (found.size() == 1) ? Optional.of(found.iterator().next()) : Optional.empty();
	}

	/**
	 * The years of experience that a text gives, for example "0–2 years".
	 */
	public static Optional<String> years(String text) {
		Matcher years = YEARS.matcher(text);
		return years.find() ? Optional.of(years.group().strip()) : Optional.empty();
	}

	/**
	 * What is left of a heading such as "Junior Django interview questions (0–2 years)"
	 * when all is taken away that any page about any technology would say.
	 * @return empty when nothing is left, or it is too long for a heading
	 */
	public static String technology(String heading) {
		if (heading.length() > LONGEST_HEADING) {
			return "";
		}
		String rest = IN_BRACKETS.matcher(heading).replaceAll(" ");
		rest = YEARS.matcher(WORDS.matcher(rest).replaceAll(" ")).replaceAll(" ");
		rest = COUNTED.matcher(COMMON.matcher(rest).replaceAll(" ")).replaceFirst(" ");
		String words = SPACE.matcher(rest).replaceAll(" ").strip();
		String before;
		do {
			before = words;
			words = EDGES.matcher(words).replaceAll("");
		}
		while (!words.equals(before));
		return words;
	}

	/**
	 * Whether a text is nothing but years of experience.
	 */
	static boolean onlyYears(String text) {
		return text.length() <= LONGEST_HEADING && years(text).isPresent() && YEARS.matcher(text)
			.replaceAll(" ")
			.replaceAll("(?i)\\b(?:of|professional|work|working|hands-on|experience|with|years?)\\b|[\\p{Punct}\\s–—]",
					"")
			.isEmpty();
	}

	/**
	 * Whether a text is nothing but a level, perhaps with its years.
	 */
	static boolean bare(String text) {
		return find(text).isPresent()
				&& technology(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "").isEmpty();
	}

}
