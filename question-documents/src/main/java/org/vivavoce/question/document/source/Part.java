package org.vivavoce.question.document.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a column or a label of a document can be about, with the names that people give
 * it. Case, spaces and punctuation do not matter in them.
 */
public enum Part {

	SET("set", "set id", "question set"),

	TECHNOLOGY("technology", "tech", "framework", "stack"),

	TITLE("title", "set title"),

	LEVEL("level", "seniority", "grade"),

	EXPERIENCE("experience", "years", "years of experience"),

	FOCUS("focus", "level focus", "focuses on"),

	ID("id", "question id"),

	TOPIC("topic", "category", "area", "subject", "tag"),

	MINUTES("minutes", "min", "mins", "time", "duration", "expected minutes"),

	PROMPT("question", "prompt", "question text", "interview question", "q"),

	STRONG_ANSWER("strong answer", "answer", "good answer", "ideal answer", "expected answer", "model answer", "a",
			"what a strong answer covers", "a strong answer covers", "strong", "strong signal", "green flag",
			"green flags", "look for", "what to look for", "what to listen for", "great answer", "excellent answer",
			"sample answer", "strong response", "good response", "great response", "ideal response", "good sign",
			"good signs", "what a good answer covers", "what a good answer sounds like",
			"what a good answer looks like", "what a strong answer sounds like", "what a strong answer looks like",
			"what good looks like"),

	RED_FLAG("red flag", "red flags", "warning sign", "warning signs", "weak answer", "bad answer", "poor answer",
			"weak", "weak signal", "weak response", "poor response", "bad response", "bad sign", "bad signs",
			"red flags to watch for", "red flags to watch out for", "red flags to look for",
			"what a weak answer sounds like", "what a weak answer looks like"),

	KEY_POINTS("key points", "key point", "points", "listen for"),

	RATING_1("rating 1", "1 missed"),

	RATING_2("rating 2", "2 partial"),

	RATING_3("rating 3", "3 solid"),

	RATING_4("rating 4", "4 exceptional");

	/**
	 * By rating, from 1.
	 */
	public static final List<Part> RATINGS = List.of(RATING_1, RATING_2, RATING_3, RATING_4);

	private static final int LONGEST = 100;

	private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Map<String, Part> BY_NAME = Arrays.stream(values())
		.flatMap((part) -> part.names.stream().map((name) -> Map.entry(plain(name), part)))
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

	private static final Map<Part, String> LABELS = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(Function.identity(),
				(part) -> part.label().substring(0, 1).toUpperCase(Locale.ROOT) + part.label().substring(1)));

	/**
	 * What people draw instead of a label.
	 */
	private static final Map<Integer, Part> BY_SIGN = Map.of(0x2705, STRONG_ANSWER, 0x2714, STRONG_ANSWER, 0x1F7E2,
			STRONG_ANSWER, 0x1F6A9, RED_FLAG, 0x274C, RED_FLAG, 0x26D4, RED_FLAG, 0x1F534, RED_FLAG, 0x2753, PROMPT);

	private final List<String> names;

	Part(String... names) {
		this.names = List.of(names);
	}

	public static Optional<Part> of(String name) {
		return (name.length() <= LONGEST) ? Optional.ofNullable(BY_NAME.get(plain(name))) : Optional.empty();
	}

	/**
	 * The part that a sign at the beginning of a text stands for, such as a red flag.
	 */
	public static Optional<Part> ofSign(String text) {
		return text.isEmpty() ? Optional.empty() : Optional.ofNullable(BY_SIGN.get(text.codePointAt(0)));
	}

	private static String plain(String name) {
		return SIGNS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
	}

	/**
	 * How documents that are written here name it, also in messages.
	 */
	public String label() {
		return this.names.getFirst();
	}

	/**
	 * The same with a capital, as at the beginning of a line.
	 */
	public String title() {
		return LABELS.getOrDefault(this, label());
	}

}
