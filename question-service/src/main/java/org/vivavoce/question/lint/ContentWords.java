package org.vivavoce.question.lint;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.CosineSimilarity;

/**
 * The words of a text that carry its meaning, with how often they occur.
 */
record ContentWords(Map<CharSequence, Integer> counts) {

	private static final CosineSimilarity COSINE = new CosineSimilarity();

	private static final Pattern UNSPACED = Pattern
		.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");

	private static final Set<String> FILLERS = Set.of("a", "about", "after", "all", "also", "an", "and", "any", "are",
			"as", "at", "be", "because", "been", "before", "between", "but", "by", "can", "could", "describe", "do",
			"does", "each", "explain", "for", "from", "had", "has", "have", "he", "her", "how", "i", "if", "in", "into",
			"is", "it", "its", "me", "more", "most", "of", "on", "one", "only", "or", "other", "our", "out", "over",
			"own", "she", "should", "so", "some", "such", "tell", "than", "that", "the", "their", "them", "then",
			"there", "they", "this", "those", "to", "two", "up", "was", "we", "were", "what", "when", "where", "which",
			"while", "who", "why", "will", "with", "would", "you", "your");

	ContentWords {
		counts = Map.copyOf(counts);
	}

	static ContentWords of(String text) {
		Map<CharSequence, Integer> counts = new HashMap<>();
		for (String word : words(text)) {
			String lower = word.toLowerCase(Locale.ROOT);
			if (!FILLERS.contains(lower)) {
				counts.merge(lower, 1, Integer::sum);
			}
		}
		return new ContentWords(counts);
	}

	/**
	 * The words of a text. What is written together, as {@code select_related}, is one
	 * word, but for scripts that write all words together.
	 */
	static List<String> words(String text) {
		return Arrays.stream(text.split("[^\\p{L}\\p{M}\\p{N}_@.+#]+|\\.(?!\\p{L})"))
			.filter((word) -> !word.isEmpty())
			.flatMap((word) -> UNSPACED.matcher(word).find() ? unspaced(word) : Stream.of(word))
			.toList();
	}

	private static Stream<String> unspaced(String text) {
		BreakIterator ends = BreakIterator.getWordInstance(Locale.ROOT);
		ends.setText(text);
		List<String> words = new ArrayList<>();
		int from = ends.first();
		for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
			words.add(text.substring(from, to));
			from = to;
		}
		return words.stream();
	}

	/**
	 * The cosine of the angle between both.
	 * @return from 0 nothing in common to 1 the same words
	 */
	double similarity(ContentWords other) {
		return (this.counts.isEmpty() || other.counts.isEmpty()) ? 0
				: COSINE.cosineSimilarity(this.counts, other.counts);
	}

	/**
	 * The rarest words, of which whatever is that much like this has at least one: what
	 * comes after them is too short a part of the vector. Prefix filtering, Bayardo, Ma,
	 * Srikant, "Scaling Up All Pairs Similarity Search", 2007.
	 * @param similarity from 0 to 1
	 * @param frequencies how many texts have each word
	 */
	List<CharSequence> prefix(double similarity, Map<CharSequence, Long> frequencies) {
		List<CharSequence> rarest = this.counts.keySet()
			.stream()
			.sorted(Comparator.comparing((CharSequence word) -> frequencies.getOrDefault(word, 0L))
				.thenComparing(CharSequence::toString))
			.toList();
		long whole = this.counts.values().stream().mapToLong(ContentWords::square).sum();
		long rest = whole;
		int size = 0;
		while (size < rarest.size() && rest >= similarity * similarity * whole) {
			rest -= square(this.counts.getOrDefault(rarest.get(size++), 0));
		}
		return rarest.subList(0, size);
	}

	private static long square(int count) {
		return (long) count * count;
	}

	/**
	 * How much of this is in the other, too, from 0 to 1.
	 */
	double within(ContentWords other) {
		long common = this.counts.keySet().stream().filter(other.counts::containsKey).count();
		return this.counts.isEmpty() ? 0 : (double) common / size();
	}

	/**
	 * How many different words there are.
	 */
	int size() {
		return this.counts.size();
	}

}
