package org.vivavoce.question.kit.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.vivavoce.contracts.JsonNames;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.kit.Kit;

/**
 * Says what a kit says, in words.
 */
final class KitWords {

	private KitWords() {
	}

	/**
	 * How many of each level, for example "2 junior, 5 mid".
	 */
	static String mix(Map<Level, Integer> counts) {
		return new TreeMap<>(counts).entrySet()
			.stream()
			.filter((count) -> count.getValue() != 0)
			.map((count) -> count.getValue() + " " + JsonNames.of(count.getKey()))
			.collect(Collectors.joining(", "));
	}

	/**
	 * What an interview by the kit is, in sentences.
	 */
	static List<String> sentences(Kit kit) {
		int keys = kit.keyQuestions().size();
		int topics = kit.mustHaveTopics().size();
		int rest = kit.questions() - keys;
		return List
			.of("Each interview has " + count(kit.questions(), "question") + ": " + mix(kit.counts()) + ".",
					(kit.minutes() != null)
							? "All answers together take " + count(kit.minutes(), "minute") + " at most."
							: "There is no limit for the time.",
					(keys == 0) ? "No question is the same for everybody."
							: "Everybody is asked the " + ((keys == 1) ? "key question" : keys + " key questions")
									+ " below.",
					(topics == 0) ? "" : "There is a question about " + and(kit.mustHaveTopics()) + ".",
					(rest == 0) ? "Nothing is drawn."
							: (rest == 1) ? "1 question is drawn for each candidate."
									: rest + " questions are drawn for each candidate, with the topics spread.")
			.stream()
			.filter((sentence) -> !sentence.isEmpty())
			.toList();
	}

	private static String count(int count, String one) {
		return count + " " + one + ((count == 1) ? "" : "s");
	}

	private static String and(List<String> names) {
		return (names.size() == 1) ? names.getFirst()
				: String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
	}

}
