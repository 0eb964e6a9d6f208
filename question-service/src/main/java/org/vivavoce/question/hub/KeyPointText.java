package org.vivavoce.question.hub;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Key points as text: {@code what to mention {#id}}, where the id may be missing.
 */
final class KeyPointText {

	private static final Pattern MARKED = Pattern.compile("(.*?)\\s*(?<!\\\\)\\{#([^{}\\s]+)}\\s*", Pattern.DOTALL);

	/**
	 * The end of a point that has an id; a backslash in front of the brace takes its
	 * meaning away.
	 */
	private static final Pattern END = Pattern.compile("(?<!\\\\)\\{#[^{}\\s]+}[ \\t]*(?:\\n|$)");

	private static final Pattern BRACE = Pattern.compile("(\\\\*)\\{#");

	private static final String BULLET = "^\\s*[-•*]\\s+";

	private static final int DERIVED = 5;

	private KeyPointText() {
	}

	/**
	 * The text and, where it has one, the id behind it.
	 */
	static KeyPointEdit parse(String text) {
		Matcher marked = MARKED.matcher(text);
		return marked.matches() && marked.group(1).length() > 0
				? new KeyPointEdit(marked.group(2), marked.group(1).strip()) : new KeyPointEdit(null, text.strip());
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
			while (end.find()) {
				add(points, cell.line(), text, from, end.end(), "^\\s+");
				from = end.end();
			}
			return points;
		}
		String separator = text.contains("\n") ? "\n" : "|";
		int from = 0;
		for (int at = 0; at >= 0; from = at + 1) {
			at = text.indexOf(separator, from);
			add(points, cell.line(), text, from, (at >= 0) ? at : text.length(), BULLET);
			if (at < 0) {
				break;
			}
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

	private static void add(List<Passage> points, int line, String text, int from, int to, String lead) {
		String point = text.substring(from, to).replaceFirst(lead, "").strip();
		if (!point.isEmpty()) {
			int above = (int) text.substring(0, from).chars().filter((character) -> character == '\n').count();
			points.add(new Passage(line + above, point));
		}
	}

	static String escape(String text) {
		return BRACE.matcher(text).replaceAll("$1\\\\{#");
	}

	static String unescape(String text) {
		return text.replaceAll("\\\\(\\\\*)\\{#", "$1{#");
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
