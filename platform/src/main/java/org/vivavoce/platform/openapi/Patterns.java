package org.vivavoce.platform.openapi;

import java.util.Map;

import org.vivavoce.contracts.Ids;
import org.vivavoce.contracts.Persons;

/**
 * Rules for texts as regular expressions that every dialect reads alike: from the
 * beginning to the end, without looking ahead and without surrogates, which not all
 * generators and validators know.
 */
final class Patterns {

	private static final String CONTROLS = "\\u0000-\\u001f\\u007f-\\u009f";

	private static final String BLANKS = " \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

	private static final String ID_START = "[A-Za-z0-9_~@:-]";

	private static final String ID_PART = "[A-Za-z0-9._~@:-]";

	private static final String ANY = "[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]";

	/**
	 * Text: no control characters but tab and line feed.
	 */
	static final String TEXT = "^" + ANY + "*$";

	/**
	 * Text of which something can be seen, as {@code @NotBlank} has it.
	 */
	static final String NOT_BLANK = "^" + ANY + "*[^\\u0000-\\u0020\\u007f-\\u009f]" + ANY + "*$";

	/**
	 * An opaque id: neither {@code .} nor {@code ..}, which no address can hold.
	 */
	static final String ID = "^(?:%1$s%2$s{0,127}|[.]%1$s%2$s{0,126}|[.][.]%2$s{1,126})$".formatted(ID_START, ID_PART);

	/**
	 * A person: no blank at either end.
	 */
	static final String PERSON = "^[^%1$s%2$s](?:[^%1$s]{0,254}[^%1$s%2$s])?$".formatted(CONTROLS, BLANKS);

	/**
	 * A cursor, whatever list it belongs to.
	 */
	static final String CURSOR = "^[A-Za-z0-9_-]+$";

	/**
	 * The beginning of a time that a parameter may hold.
	 */
	static final String SINCE_1970 = "^(19[7-9][0-9]|[2-9][0-9]{3})-";

	private static final Map<String, String> PORTABLE = Map.of(Ids.PATTERN, ID, Persons.PATTERN, PERSON);

	private Patterns() {
	}

	/**
	 * The same rule for readers of the document. Validation looks at the whole of a text,
	 * a JSON Schema at any part of it.
	 */
	static String portable(String validated) {
		String known = PORTABLE.get(validated);
		if (known != null) {
			return known;
		}
		return (validated.startsWith("^") && validated.endsWith("$")) ? validated : "^(?:" + validated + ")$";
	}

}
