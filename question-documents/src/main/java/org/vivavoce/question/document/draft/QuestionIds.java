package org.vivavoce.question.document.draft;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Ids for questions of documents that give them none: the set's id and the first words of
 * the question, so that the same question gets the same id whenever it is imported,
 * wherever it stands.
 */
public final class QuestionIds {

	private static final int LONGEST = 60;

	private QuestionIds() {
	}

	/**
	 * An id that is not used yet; it is used from now on.
	 */
	public static String create(String set, String prompt, Set<String> used) {
		String slug = Slug.of(prompt).replace('.', '-').replaceAll("-+", "-");
		String words = (slug.length() <= LONGEST) ? slug : slug.substring(0, LONGEST + 1).replaceAll("-[^-]*$", "");
		String first = words.substring(0, Math.min(LONGEST, words.length()));
		// letters that an id cannot hold would make different questions look the same
		boolean foreign = prompt.codePoints().anyMatch((letter) -> letter > 0x7F && Character.isLetter(letter));
		String name = (foreign || first.isEmpty()) ? first + (first.isEmpty() ? "" : "-") + digest(prompt) : first;
		String stem = set.substring(0, Math.min(set.length(), LONGEST - 10)) + "-" + name;
		return IntStream.iterate(1, (number) -> number + 1)
			.mapToObj((number) -> (number == 1) ? stem : stem + "-" + number)
			.filter(used::add)
			.findFirst()
			.orElseThrow();
	}

	private static String digest(String prompt) {
		CRC32 digest = new CRC32();
		digest.update(prompt.getBytes(StandardCharsets.UTF_8));
		return "%08x".formatted(digest.getValue());
	}

}
