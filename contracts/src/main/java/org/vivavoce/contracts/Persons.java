package org.vivavoce.contracts;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How people who interview, serve, close or plan are named: as their identity provider
 * names them, for example {@code auth0|5f7c}, {@code o'brien@example.com} or
 * {@code EXAMPLE\ada}. A name has 1 to {@value #LONGEST} characters (code points), none
 * of them a control character or half of a surrogate pair, and no blank at either end. It
 * is compared as it is, case and all.
 */
public final class Persons {

	/**
	 * The most characters of a name, in code points.
	 */
	public static final int LONGEST = 256;

	/**
	 * The rule in words, as the end of a sentence that begins with a name.
	 */
	public static final String RULE = "must be 1 to 256 characters without control characters and outer blanks";

	private static final String BLANKS = " \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

	private static final String EXCLUDED = "\\u0000-\\u001f\\u007f-\\u009f\\ud800-\\udfff";

	/**
	 * The rule as a regular expression that Java and ECMAScript read alike.
	 */
	public static final String PATTERN = "(?![" + BLANKS + "])[^" + EXCLUDED + "]{0,255}[^" + EXCLUDED + BLANKS + "]";

	private static final Pattern COMPILED = Pattern.compile(PATTERN);

	private static final Pattern EXCLUDED_CHARACTER = Pattern.compile("[" + EXCLUDED + "]");

	private Persons() {
	}

	public static boolean valid(String name) {
		return COMPILED.matcher(name).matches();
	}

	/**
	 * What is wrong with a name, in words that follow "it"; null when nothing is. The
	 * name is not repeated.
	 */
	public static @Nullable String fault(String name) {
		if (valid(name)) {
			return null;
		}
		if (name.isEmpty()) {
			return "is empty";
		}
		if (EXCLUDED_CHARACTER.matcher(name).find()) {
			return "has control characters or is no valid Unicode";
		}
		int length = name.codePointCount(0, name.length());
		return (length > LONGEST) ? "has " + length + " characters, more than " + LONGEST
				: "begins or ends with a blank";
	}

}
