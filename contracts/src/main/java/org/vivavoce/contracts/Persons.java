package org.vivavoce.contracts;

import java.util.regex.Pattern;

/**
 * Ids of people, as identity providers write them: 1–256 characters without control
 * characters, halves of characters and outer blanks, for example {@code auth0|5f7c} or
 * {@code EXAMPLE\ada}.
 */
public final class Persons {

	/**
	 * The rule as a regular expression that Java and JSON Schema understand alike, for
	 * validation annotations. Characters are code points.
	 */
	public static final String PATTERN = "[^\\s\\u0000-\\u001F\\u007F-\\u00A0]"
			+ "([^\\u0000-\\u001F\\u007F-\\u009F]{0,254}[^\\s\\u0000-\\u001F\\u007F-\\u00A0])?";

	/**
	 * The rule in words, as the end of a sentence that begins with a name.
	 */
	public static final String RULE = "must be 1 to 256 characters without control characters and outer blanks";

	private static final Pattern COMPILED = Pattern.compile(PATTERN);

	private Persons() {
	}

	public static boolean valid(String person) {
		return COMPILED.matcher(person).matches() && Texts.fault(person).isEmpty();
	}

}
