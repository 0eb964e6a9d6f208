package org.vivavoce.question.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A piece of text, marked where it is what somebody searched for.
 */
record Highlight(String text, boolean marked) {

	private static final int AROUND = 70;

	/**
	 * Cut a text into pieces.
	 * @param wanted in any case; null marks nothing
	 */
	static List<Highlight> of(String text, @Nullable String wanted) {
		if (wanted == null) {
			return List.of(new Highlight(text, false));
		}
		List<Highlight> pieces = new ArrayList<>();
		Matcher found = pattern(wanted).matcher(text);
		int from = 0;
		while (found.find()) {
			if (found.start() > from) {
				pieces.add(new Highlight(text.substring(from, found.start()), false));
			}
			pieces.add(new Highlight(found.group(), true));
			from = found.end();
		}
		if (from < text.length()) {
			pieces.add(new Highlight(text.substring(from), false));
		}
		return pieces;
	}

	/**
	 * The words around the first place where a text is found in another.
	 * @return none when it is not there
	 */
	static List<Highlight> excerpt(String text, @Nullable String wanted) {
		Matcher found = (wanted != null) ? pattern(wanted).matcher(text) : null;
		if (found == null || !found.find()) {
			return List.of();
		}
		int from = Math.max(0, text.lastIndexOf(' ', Math.max(0, found.start() - AROUND)));
		int space = text.indexOf(' ', Math.min(text.length(), found.end() + AROUND));
		int to = (space >= 0) ? space : text.length();
		return of(((from > 0) ? "…" : "") + text.substring(from, to).strip() + ((to < text.length()) ? "…" : ""),
				wanted);
	}

	static boolean found(String text, String wanted) {
		return pattern(wanted).matcher(text).find();
	}

	private static Pattern pattern(String wanted) {
		return Pattern.compile(wanted, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
