package org.vivavoce.question.document.draft;

import java.util.Locale;

/**
 * Text as the Latin letters, digits, '-' and '.' that an id is made of.
 */
public final class Slug {

	private static final int READ = 1_000;

	private Slug() {
	}

	/**
	 * The slug of a text, of which the first 1,000 characters are looked at.
	 * @return empty where the text has no Latin letter or digit
	 */
	public static String of(String text) {
		return text.substring(0, Math.min(READ, text.length()))
			.strip()
			.toLowerCase(Locale.ROOT)
			.replace("+", "plus")
			.replace("#", "sharp")
			.replaceAll("[^a-z0-9.]+", "-")
			.replaceAll("^[.-]+|(?<![.-])[.-]+$", "");
	}

}
