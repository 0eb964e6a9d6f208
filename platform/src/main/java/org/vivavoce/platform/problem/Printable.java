package org.vivavoce.platform.problem;

import java.util.stream.Collectors;

/**
 * Text of others as it goes into a line of the log: nothing in it ends the line, hides or
 * turns round what follows.
 */
public final class Printable {

	private static final int LONGEST = 300;

	private Printable() {
	}

	/**
	 * At most 300 characters, with escapes for what has no shape of its own.
	 */
	public static String of(String text) {
		return text.codePoints().limit(LONGEST).mapToObj(Printable::of).collect(Collectors.joining());
	}

	private static String of(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE, Character.UNASSIGNED ->
				"\\u%04x".formatted(character);
			default -> Character.toString(character);
		};
	}

}
