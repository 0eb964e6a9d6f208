package org.vivavoce.question.document.markdown;

import org.vivavoce.question.document.source.Faults;

/**
 * Markdown looks for the end of whatever each {@code <} might begin, as far as the end of
 * the paragraph. A document with very many of them would take minutes to read.
 */
final class UnclosedMarks {

	/**
	 * Characters looked at, all in all; about a second.
	 */
	private static final long MOST_STEPS = 200_000_000;

	private UnclosedMarks() {
	}

	static void check(String text, Faults faults) {
		long steps = 0;
		int close = text.length();
		int end = text.length();
		for (int at = text.length() - 1; at >= 0 && steps <= MOST_STEPS; at--) {
			switch (text.charAt(at)) {
				case '\n' -> {
					end = endsParagraph(text, at) ? at : end;
					close = endsParagraph(text, at) ? at : close;
				}
				case '>' -> close = at;
				case '<' -> steps += (instruction(text, at) ? end : close) - at;
				default -> {
				}
			}
			if (steps > MOST_STEPS) {
				int line = 1 + (int) text.substring(0, at).chars().filter((character) -> character == '\n').count();
				faults.add(line, "there are too many '<' that no '>' closes here; a blank line or the fence "
						+ "of a code block was expected between them");
			}
		}
	}

	/**
	 * Whether a blank line, a heading or a row of a table follows.
	 */
	private static boolean endsParagraph(String text, int at) {
		return at + 1 < text.length() && "\n#|".indexOf(text.charAt(at + 1)) >= 0;
	}

	/**
	 * Whether it may begin a comment or the like, which a bare {@code >} does not end.
	 */
	private static boolean instruction(String text, int at) {
		return at + 1 < text.length() && "!?".indexOf(text.charAt(at + 1)) >= 0;
	}

}
