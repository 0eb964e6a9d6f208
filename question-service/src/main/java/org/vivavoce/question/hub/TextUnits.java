package org.vivavoce.question.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The paragraphs of a plain text: each line is one, unless the text is wrapped.
 */
final class TextUnits {

	/**
	 * Longer lines are not wrapped by anybody.
	 */
	private static final int WIDEST = 120;

	private static final Pattern DIVIDER = Pattern.compile("[^\\p{L}\\p{N}]+");

	private TextUnits() {
	}

	static List<Passage> of(String text) {
		List<Passage> lines = new ArrayList<>();
		int number = 0;
		for (String line : text.split("[\n\u0085\u2028\u2029]", -1)) {
			String paragraph = line.replace('\u00A0', ' ').strip();
			lines.add(new Passage(++number, DIVIDER.matcher(paragraph).matches() ? "" : paragraph));
		}
		return wrapped(lines) ? joined(lines) : lines.stream().filter((line) -> !line.blank()).toList();
	}

	/**
	 * Whether each line that another one follows directly had no room for the first word
	 * of that one.
	 */
	private static boolean wrapped(List<Passage> lines) {
		int widest = lines.stream().mapToInt((line) -> line.text().length()).max().orElse(0);
		int pairs = 0;
		for (int at = 0; at + 1 < lines.size(); at++) {
			String line = lines.get(at).text();
			String next = lines.get(at + 1).text();
			if (!line.isEmpty() && !next.isEmpty()) {
				pairs++;
				if (line.length() + 1 + next.split(" ", 2)[0].length() <= widest) {
					return false;
				}
			}
		}
		return pairs > 0 && widest <= WIDEST;
	}

	private static List<Passage> joined(List<Passage> lines) {
		List<Passage> paragraphs = new ArrayList<>();
		boolean open = false;
		for (Passage line : lines) {
			if (open && !line.blank()) {
				paragraphs.add(paragraphs.removeLast().with(" ", line));
			}
			else if (!line.blank()) {
				paragraphs.add(line);
			}
			open = !line.blank();
		}
		return paragraphs;
	}

}
