package org.vivavoce.question.document.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.vivavoce.question.document.source.Passage;

/**
 * The paragraphs of a plain text: each line is one, unless the text is wrapped.
 */
public final class TextUnits {

	/**
	 * Longer lines are not wrapped by anybody.
	 */
	private static final int WIDEST = 120;

	private static final Pattern NUMBER = Pattern.compile("(?:[Qq](?:uestion)?\\s*)?#?(\\d{1,4})\\s*[.):]?");

	private static final Pattern DIVIDER = Pattern.compile("[^\\p{L}\\p{N}]+");

	private TextUnits() {
	}

	public static List<Passage> of(String text) {
		List<Passage> lines = new ArrayList<>();
		int number = 0;
		for (String line : text.split("[\n\u0085\u2028\u2029]", -1)) {
			String paragraph = line.replace('\u00A0', ' ').strip();
			lines.add(new Passage(++number, DIVIDER.matcher(paragraph).matches() ? "" : paragraph));
		}
		return numbered(wrapped(lines) ? joined(lines) : lines.stream().filter((line) -> !line.blank()).toList());
	}

	/**
	 * With the numbers that have a line of their own put before what they count. A lone
	 * number is none of these; it may be an answer.
	 */
	private static List<Passage> numbered(List<Passage> paragraphs) {
		BitSet numbers = new BitSet();
		int last = 0;
		for (int at = 0; at + 1 < paragraphs.size(); at++) {
			int number = number(paragraphs.get(at));
			if (number > 0 && (number == 1 || number == last + 1) && number(paragraphs.get(at + 1)) == 0) {
				numbers.set(at);
				last = number;
			}
		}
		if (numbers.cardinality() < 2) {
			return paragraphs;
		}
		return IntStream.range(0, paragraphs.size())
			.filter((at) -> !numbers.get(at))
			.mapToObj((at) -> (at > 0 && numbers.get(at - 1)) ? counted(paragraphs.get(at - 1), paragraphs.get(at))
					: paragraphs.get(at))
			.toList();
	}

	private static int number(Passage paragraph) {
		Matcher number = NUMBER.matcher(paragraph.text());
		return number.matches() ? Integer.parseInt(number.group(1)) : 0;
	}

	private static Passage counted(Passage number, Passage paragraph) {
		return new Passage(paragraph.line(), number(number) + ". " + paragraph.text());
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
