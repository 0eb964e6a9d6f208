package org.vivavoce.question.document.source;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.KeyPointEdit;

/**
 * Key points as text: {@code what to mention {#id}}, where the id may be missing.
 */
public final class KeyPointText {

	private static final Pattern MARK = Pattern.compile("\\{#([^{}\\s]+)}");

	/**
	 * The end of a point that has an id; a backslash in front of the brace takes its
	 * meaning away.
	 */
	private static final Pattern END = Pattern.compile("(?<!\\\\)\\{#[^{}\\s]+}[ \\t]*(?:\\n|$)");

	private static final Pattern BRACE = Pattern.compile("(?<!\\\\)(\\\\*)\\{#");

	private static final Pattern ESCAPED = Pattern.compile("(?<!\\\\)\\\\(\\\\*)\\{#");

	private static final Pattern BULLET = Pattern.compile("^\\s*[-•*]\\s+");

	private static final Pattern SPACE = Pattern.compile("^\\s+");

	private static final int DERIVED = 5;

	private KeyPointText() {
	}

	/**
	 * The text and, where it has one, the id behind it.
	 */
	public static KeyPointEdit parse(String text) {
		String point = text.strip();
		int at = point.lastIndexOf("{#");
		Matcher mark = MARK.matcher(point.substring(Math.max(0, at)));
		return at > 0 && point.charAt(at - 1) != '\\' && mark.matches()
				? new KeyPointEdit(mark.group(1), point.substring(0, at).strip()) : new KeyPointEdit(null, point);
	}

	/**
	 * The points in one cell: one a line, or with {@code |} between them; where the last
	 * has an id, each ends with its id.
	 */
	static List<Passage> split(Passage cell) {
		List<Passage> points = new ArrayList<>();
		String text = cell.text().strip();
		Matcher end = END.matcher(text);
		if (endsMarked(text)) {
			int from = 0;
			int line = cell.line();
			while (end.find() && points.size() <= DocumentLimits.KEY_POINTS) {
				line = add(points, line, text.substring(from, end.end()), SPACE);
				from = end.end();
			}
			return points;
		}
		String separator = text.contains("\n") ? "\n" : "|";
		int line = cell.line();
		for (String point : text.split(Pattern.quote(separator), DocumentLimits.KEY_POINTS + 1)) {
			line = add(points, line, point, BULLET) + (separator.equals("\n") ? 1 : 0);
		}
		return points;
	}

	private static boolean endsMarked(String text) {
		Matcher end = END.matcher(text);
		int last = -1;
		while (end.find()) {
			last = end.end();
		}
		return last == text.length();
	}

	/**
	 * Add a point unless it is empty.
	 * @return the line in which it ends
	 */
	private static int add(List<Passage> points, int line, String text, Pattern lead) {
		String point = lead.matcher(text).replaceFirst("").strip();
		if (!point.isEmpty()) {
			points.add(new Passage(line, point));
		}
		return line + (int) text.chars().filter((character) -> character == '\n').count();
	}

	public static String escape(String text) {
		return BRACE.matcher(text).replaceAll("$1\\\\{#");
	}

	static String unescape(String text) {
		return ESCAPED.matcher(text).replaceAll("$1{#");
	}

	/**
	 * The first sentences of a strong answer, for a document that names no key points.
	 */
	static List<String> derive(String strongAnswer) {
		BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
		sentences.setText(strongAnswer);
		List<String> points = new ArrayList<>();
		int from = sentences.first();
		for (int to = sentences.next(); to != BreakIterator.DONE && points.size() < DERIVED; to = sentences.next()) {
			String sentence = cut(strongAnswer.substring(from, to).strip());
			if (!sentence.isEmpty() && !points.contains(sentence)) {
				points.add(sentence);
			}
			from = to;
		}
		return points;
	}

	private static String cut(String sentence) {
		return (sentence.codePointCount(0, sentence.length()) <= FieldRules.SHORT_TEXT) ? sentence
				: sentence.substring(0, sentence.offsetByCodePoints(0, FieldRules.SHORT_TEXT - 1)).strip() + "…";
	}

}
