package org.vivavoce.question.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vivavoce.question.set.Question;

/**
 * Questions that ask for the same, in one set or in two.
 */
final class DuplicateLint {

	/**
	 * Prompts of the same words show alone that the same is asked, unless they are so few
	 * that the question word decides: "What is …", "When is …".
	 */
	private static final double SAME_PROMPT = 0.999;

	private static final int FEW_WORDS = 3;

	/**
	 * Prompts and answers that show it together. A "not" or another name in a prompt asks
	 * something else, and then the answers have little in common.
	 */
	private static final double VERY_LIKE_PROMPT = 0.8;

	private static final double RELATED_ANSWER = 0.3;

	private static final double LIKE_PROMPT = 0.55;

	private static final double LIKE_ANSWER = 0.6;

	private DuplicateLint() {
	}

	/**
	 * Compare questions with those before them.
	 * @param wanted which ones are looked at; a pair is when one of it is
	 */
	static List<Finding> of(List<Question> questions, Predicate<Question> wanted) {
		List<Worded> all = questions.stream().map((question) -> new Worded(question, wanted.test(question))).toList();
		Map<CharSequence, Long> frequencies = all.stream()
			.flatMap((each) -> each.prompt.counts().keySet().stream())
			.collect(Collectors.groupingBy((word) -> word, Collectors.counting()));
		Map<CharSequence, List<Worded>> byWord = new HashMap<>();
		List<Finding> findings = new ArrayList<>();
		for (Worded later : all) {
			Set<Worded> earlier = new LinkedHashSet<>();
			later.prompt.counts()
				.keySet()
				.forEach((word) -> byWord.getOrDefault(word, List.of())
					.stream()
					.filter((each) -> each.wanted || later.wanted)
					.forEach(earlier::add));
			earlier.stream().flatMap(later::compare).forEach(findings::add);
			later.prompt.prefix(LIKE_PROMPT, frequencies)
				.forEach((word) -> byWord.computeIfAbsent(word, (each) -> new ArrayList<>()).add(later));
		}
		return findings;
	}

	/**
	 * A question and its words, compared as an object.
	 */
	private static final class Worded {

		private final Question question;

		private final ContentWords prompt;

		private final ContentWords answer;

		private final boolean wanted;

		Worded(Question question, boolean wanted) {
			this.question = question;
			this.prompt = ContentWords.of(question.prompt());
			this.answer = ContentWords.of(question.strongAnswer());
			this.wanted = wanted;
		}

		Stream<Finding> compare(Worded other) {
			double prompts = this.prompt.similarity(other.prompt);
			if (prompts < LIKE_PROMPT || this.question.id().equals(other.question.id())) {
				return Stream.empty();
			}
			double answers = this.answer.similarity(other.answer);
			boolean same = prompts >= SAME_PROMPT && this.prompt.size() >= FEW_WORDS;
			return (same || answers >= LIKE_ANSWER || (prompts >= VERY_LIKE_PROMPT && answers >= RELATED_ANSWER))
					? Stream.of(Finding.about(LintRule.NEAR_DUPLICATE, this.question, other.question,
							reason(prompts, answers)))
					: Stream.empty();
		}

		private static String reason(double prompts, double answers) {
			return "It asks what another question asks: the questions are alike to %d %%, the strong answers to %d %%."
				.formatted(Math.round(100 * prompts), Math.round(100 * answers));
		}

	}

}
