package org.vivavoce.question.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Questions that ask for the same, in one set or in two.
 */
final class DuplicateLint {

	/**
	 * Prompts that alone show that the same is asked.
	 */
	private static final double SAME_PROMPT = 0.8;

	/**
	 * Prompts and answers that show it together.
	 */
	private static final double LIKE_PROMPT = 0.55;

	private static final double LIKE_ANSWER = 0.6;

	private DuplicateLint() {
	}

	/**
	 * Compare each question with each one before it.
	 */
	static List<Finding> of(List<Question> questions) {
		List<Worded> worded = questions.stream().map(Worded::of).toList();
		List<Finding> findings = new ArrayList<>();
		for (int at = 1; at < worded.size(); at++) {
			Worded later = worded.get(at);
			worded.subList(0, at).stream().flatMap((earlier) -> later.compare(earlier)).forEach(findings::add);
		}
		return findings;
	}

	private record Worded(Question question, Wording prompt, Wording answer) {

		static Worded of(Question question) {
			return new Worded(question, Wording.of(question.prompt()), Wording.of(question.strongAnswer()));
		}

		Stream<Finding> compare(Worded other) {
			double prompts = this.prompt.likeness(other.prompt);
			if (prompts < LIKE_PROMPT || this.question.id().equals(other.question.id())) {
				return Stream.empty();
			}
			double answers = this.answer.likeness(other.answer);
			return (prompts >= SAME_PROMPT || answers >= LIKE_ANSWER) ? Stream
				.of(Finding.about(LintRule.NEAR_DUPLICATE, this.question, other.question, reason(prompts, answers)))
					: Stream.empty();
		}

		private static String reason(double prompts, double answers) {
			return "It asks what another question asks: the questions are alike to %d %%, the strong answers to %d %%."
				.formatted(Math.round(100 * prompts), Math.round(100 * answers));
		}

	}

}
