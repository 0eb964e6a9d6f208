package org.vivavoce.question.hub;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What the caller says about a document from outside.
 *
 * @param technology where the document does not name it
 * @param id of a set beside the technology's own
 */
record Naming(@Nullable String technology, @Nullable String id) {

	static final Naming NONE = new Naming(null, null);

	private static final int SLUGGED = 1_000;

	/**
	 * The one spelling of a technology that the hub uses.
	 */
	static String technology(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * The id of a technology's own set, of Latin letters, digits, '-' and '.'.
	 * @return empty where the technology has no Latin letter or digit
	 */
	static String slug(String technology) {
		return technology(technology.substring(0, Math.min(SLUGGED, technology.length()))).replace("+", "plus")
			.replace("#", "sharp")
			.replaceAll("[^a-z0-9.]+", "-")
			.replaceAll("^[.-]+|(?<![.-])[.-]+$", "");
	}

}
