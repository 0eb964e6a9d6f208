package org.vivavoce.question.document.source;

/**
 * What a document may have at most, so that no parser has to hold or compare more than a
 * small machine can bear. All are several times what the largest set needs.
 */
public final class DocumentLimits {

	/**
	 * In bytes.
	 */
	public static final int LARGEST = 5 * 1024 * 1024;

	/**
	 * Of tables and texts.
	 */
	public static final int LINES = 50_000;

	/**
	 * Of YAML, which takes a line for each key.
	 */
	public static final int YAML_LINES = 100_000;

	/**
	 * In characters; all fields of one question in a row of a table take fewer. Some
	 * parsers take time that grows with the square of it.
	 */
	public static final int LINE = 131_072;

	/**
	 * The same of YAML.
	 */
	public static final int YAML_LINE = 65_536;

	/**
	 * Mappings, lists, keys and values of YAML.
	 */
	public static final int NODES = 200_000;

	/**
	 * How deep mappings and lists of YAML may be nested.
	 */
	public static final int DEPTH = 20;

	/**
	 * Of a row of CSV.
	 */
	public static final int COLUMNS = 1_000;

	/**
	 * The same in all rows.
	 */
	public static final int CELLS = 500_000;

	/**
	 * Paragraphs, headings and cells of Markdown.
	 */
	public static final int BLOCKS = 200_000;

	/**
	 * Signs that begin a list, an item or a quotation of Markdown.
	 */
	public static final int CONTAINERS = 200_000;

	/**
	 * In characters; a paragraph of Markdown may hold all parts of a question.
	 */
	public static final int PARAGRAPH = 131_072;

	/**
	 * Of a paragraph of Markdown that begin with a sign; before each of them the parser
	 * looks at all those above.
	 */
	public static final int PARAGRAPH_LINES = 5_000;

	/**
	 * Brackets, asterisks, backticks and the like in a paragraph of Markdown.
	 */
	public static final int PARAGRAPH_MARKS = 10_000;

	/**
	 * The same in all paragraphs.
	 */
	public static final int MARKS = 500_000;

	/**
	 * Key points of one question that are told from each other; far fewer are allowed.
	 */
	static final int KEY_POINTS = 100;

	private DocumentLimits() {
	}

	/**
	 * Find what is too long or too much in the text of a document of any format.
	 * @param lines how many it may have
	 * @param longest how many characters each of them may have
	 */
	static void check(String text, int lines, int longest, Faults faults) {
		int line = 1;
		int length = 0;
		for (int at = 0; at < text.length() && !faults.full(); at++) {
			if (endsLine(text, at)) {
				length = 0;
				line++;
			}
			else if (++length == longest + 1) {
				faults.add(line, "the line is longer than " + longest + " characters");
			}
			if (line > lines + 1) {
				faults.add(lines, "the document has more than " + lines + " lines");
				return;
			}
		}
	}

	private static boolean endsLine(String text, int at) {
		return switch (text.charAt(at)) {
			case '\n', '\u0085', '\u2028', '\u2029' -> true;
			case '\r' -> at + 1 == text.length() || text.charAt(at + 1) != '\n';
			default -> false;
		};
	}

}
