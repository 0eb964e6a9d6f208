package org.vivavoce.question.document.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much two texts have in common: the Dice coefficient of their pairs of letters, 2 ×
 * common ÷ all (Dice 1945).
 */
final class TextSimilarity {

	private TextSimilarity() {
	}

	/**
	 * Compare two texts, in any case.
	 * @return from 0 nothing in common to 1
	 */
	static double of(String one, String other) {
		List<String> left = pairs(one);
		List<String> right = pairs(other);
		int all = left.size() + right.size();
		left.removeIf((pair) -> !right.remove(pair));
		return (all == 0) ? 0 : 2.0 * left.size() / all;
	}

	private static List<String> pairs(String text) {
		String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
		List<String> pairs = new ArrayList<>();
		for (int at = 0; at + 1 < letters.length(); at++) {
			pairs.add(letters.substring(at, at + 2));
		}
		return pairs;
	}

}
