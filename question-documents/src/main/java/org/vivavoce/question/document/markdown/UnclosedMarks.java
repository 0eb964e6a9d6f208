package org.vivavoce.question.document.markdown;

/**
 * Markdown looks for the end of whatever each {@code <} might begin, as far as the end of
 * the paragraph. A document with very many of them would take minutes to read.
 */
final class UnclosedMarks {

	/**
	 * Characters looked at, all in all; about a second.
	 */
	static final long MOST_STEPS = 200_000_000;

	private UnclosedMarks() {
	}

	/**
	 * How many characters are looked at in a paragraph.
	 */
	static long steps(String paragraph) {
		long steps = 0;
		int end = paragraph.length();
		int close = end;
		for (int at = end - 1; at >= 0; at--) {
			switch (paragraph.charAt(at)) {
				case '>' -> close = at;
				case '<' -> steps += (instruction(paragraph, at) ? end : close) - at;
				default -> {
				}
			}
		}
		return steps;
	}

	/**
	 * Whether it may begin a comment or the like, which a bare {@code >} does not end.
	 */
	private static boolean instruction(String text, int at) {
		return at + 1 < text.length() && "!?".indexOf(text.charAt(at + 1)) >= 0;
	}

}
