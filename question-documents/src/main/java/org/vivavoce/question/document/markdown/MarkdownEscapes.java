package org.vivavoce.question.document.markdown;

/**
 * Plain text as Markdown that says exactly the same, with as few escapes as possible.
 */
final class MarkdownEscapes {

	private static final String ALWAYS = "\\`*[]<>&|~";

	private static final String AT_BEGIN = "#+-=:";

	private MarkdownEscapes() {
	}

	/**
	 * For a paragraph: a line break becomes a hard one.
	 */
	static String flowing(String text) {
		return escape(text, true);
	}

	/**
	 * For a heading, which has one line.
	 */
	static String onOneLine(String text) {
		return escape(text, false);
	}

	private static String escape(String text, boolean breaks) {
		StringBuilder markdown = new StringBuilder();
		boolean begin = true;
		for (int at = 0; at < text.length(); at++) {
			char character = text.charAt(at);
			boolean alone = character == '\n' && !isAt(text, at - 1, "\n") && !isAt(text, at + 1, "\n");
			if (alone && breaks) {
				markdown.append("\\\n");
			}
			else if (character == '\n') {
				markdown.append("&#10;");
			}
			else {
				markdown.append(escaped(text, at, begin));
			}
			begin = (alone && breaks) || (begin && Character.isDigit(character));
		}
		return markdown.toString();
	}

	private static String escaped(String text, int at, boolean begin) {
		char character = text.charAt(at);
		if (character == ' ' || character == '\t') {
			boolean within = blankless(text, at, -1) && blankless(text, at, 1);
			return within ? Character.toString(character) : "&#" + (int) character + ";";
		}
		boolean number = begin && (character == '.' || character == ')');
		boolean underscore = character == '_' && !(word(text, at - 1) && word(text, at + 1));
		boolean needed = ALWAYS.indexOf(character) >= 0 || (begin && AT_BEGIN.indexOf(character) >= 0) || number
				|| underscore;
		return needed ? "\\" + character : Character.toString(character);
	}

	/**
	 * Whether more than spaces stands on the line in one direction.
	 */
	private static boolean blankless(String text, int from, int step) {
		int at = from;
		while (isAt(text, at, " \t")) {
			at += step;
		}
		return at >= 0 && at < text.length() && text.charAt(at) != '\n';
	}

	private static boolean isAt(String text, int at, String characters) {
		return at >= 0 && at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
	}

	private static boolean word(String text, int at) {
		return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
	}

}
