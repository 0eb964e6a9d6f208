package org.vivavoce.question.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.question.set.Question;

/**
 * What can be said about one question by itself.
 */
final class QuestionLint {

	/**
	 * Words that are read silently in a minute (Brysbaert 2019).
	 */
	private static final int READ = 238;

	/**
	 * Words that are said in a minute, unhurriedly.
	 */
	private static final int SAID = 130;

	private static final int LONGEST_PROMPT = 65;

	private static final int SHORTEST_ANSWER = 8;

	private static final double REPEATED = 0.7;

	/**
	 * Tasks whose answer cannot but repeat what is to be put in order.
	 */
	private static final Pattern ORDERING = Pattern.compile("(?i)^(put|order|sort|rank|arrange|which of)\\b.*",
			Pattern.DOTALL);

	private QuestionLint() {
	}

	static List<Finding> of(Question question) {
		List<Finding> findings = new ArrayList<>();
		RedFlagLint.of(question).ifPresent(findings::add);
		repetition(question, findings);
		SeveralQuestionsLint.of(question).ifPresent(findings::add);
		lengths(question, findings);
		return findings;
	}

	private static void repetition(Question question, List<Finding> findings) {
		ContentWords answer = ContentWords.of(question.strongAnswer());
		double repeated = answer.within(ContentWords.of(question.prompt()));
		if (answer.size() > 2 && repeated >= REPEATED && !ORDERING.matcher(question.prompt().strip()).matches()) {
			findings.add(Finding.about(LintRule.ANSWER_REPEATS_PROMPT, question,
					"%d of 100 words that matter in the strong answer are in the question already."
						.formatted(Math.round(100 * repeated))));
		}
	}

	private static void lengths(Question question, List<Finding> findings) {
		int prompt = ContentWords.words(question.prompt()).size();
		if (prompt > LONGEST_PROMPT) {
			findings.add(Finding.about(LintRule.PROMPT_LONG, question,
					"It has %d words and takes about %d seconds to say.".formatted(prompt, prompt * 60 / SAID)));
		}
		int answer = ContentWords.words(question.strongAnswer()).size();
		if (answer < SHORTEST_ANSWER) {
			findings.add(Finding.about(LintRule.ANSWER_SHORT, question,
					"The strong answer has " + answer + ((answer == 1) ? " word." : " words.")));
		}
		int rubric = rubric(question);
		if (rubric > READ * question.minutes()) {
			findings.add(Finding.about(LintRule.READING_TIME, question,
					"Strong answer, red flag, key points and ratings take about %d minutes to read, the answer has %d."
						.formatted(Math.ceilDiv(rubric, READ), question.minutes())));
		}
	}

	private static int rubric(Question question) {
		int words = ContentWords.words(question.strongAnswer()).size() + ContentWords.words(question.redFlag()).size();
		for (KeyPoint point : question.keyPoints()) {
			words += ContentWords.words(point.text()).size();
		}
		for (RatingAnchor anchor : question.ratingAnchors()) {
			words += ContentWords.words(anchor.text()).size();
		}
		return words;
	}

}
