package org.vivavoce.question.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.RatingAnchor;

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

	private static final int SHORTEST_RED_FLAG = 4;

	private static final double REPEATED = 0.7;

	private static final Pattern NONE = Pattern
		.compile("(?i)\\W*(n\\s*/?\\s*a|none|nothing|no red flags?|tbd|tba|todo|unknown|xxx?)?\\W*");

	private static final Pattern VAGUE = Pattern.compile("(?i)(the candidate |he |she |they |candidate )?"
			+ "((does not|doesn['’]t|do not|don['’]t|cannot|can['’]t|is unable to) (know|answer|explain|understand)"
			+ "( it| this| that| the (answer|question|topic|concept)| anything| what it is)?"
			+ "|(gives? )?an? (wrong|bad|weak|poor|incorrect|vague|incomplete) answer"
			+ "|(has |have )?no (idea|clue|answer|knowledge|understanding)( of (it|this|that|the topic))?)\\W*");

	private static final String AUXILIARY = "(do|does|did|is|are|was|were|would|will|can|could|should|has|have)";

	/**
	 * A second question inside of one: a question word, or none, and then the verb before
	 * its subject. “… what belongs here and what belongs there” is none.
	 */
	private static final Pattern SECOND = Pattern.compile("(?i)\\b(what|how|why|when|which|where|who|" + AUXILIARY
			+ ")\\b[^.?!]*[\\s,;](and|or)( also| then)? (what|how|why|when|where|who) " + AUXILIARY + " [^.?!]*\\?");

	private static final Pattern TWO_TASKS = Pattern.compile("(?i)(^|[.!?]\\s+)(explain|describe|name|list|compare)\\b"
			+ "[^.?!]*\\band (also |then )?(explain|describe|name|list|compare)\\b");

	private QuestionLint() {
	}

	static List<Finding> of(Question question) {
		List<Finding> findings = new ArrayList<>();
		redFlag(question, findings);
		repetition(question, findings);
		severalQuestions(question, findings);
		lengths(question, findings);
		return findings;
	}

	private static void redFlag(Question question, List<Finding> findings) {
		String redFlag = question.redFlag().strip();
		if (NONE.matcher(redFlag).matches()) {
			findings.add(Finding.about(LintRule.RED_FLAG_MISSING, question,
					redFlag.isEmpty() ? "There is no red flag." : "“" + redFlag + "” is no red flag."));
		}
		else if (VAGUE.matcher(redFlag).matches()) {
			findings.add(Finding.about(LintRule.RED_FLAG_WEAK, question,
					"“" + redFlag + "” fits every question, so interviewers cannot agree on whether they heard it."));
		}
		else if (Wording.words(redFlag).size() < SHORTEST_RED_FLAG) {
			findings.add(Finding.about(LintRule.RED_FLAG_WEAK, question,
					"“" + redFlag + "” is too short to say what a weak candidate does."));
		}
	}

	private static void repetition(Question question, List<Finding> findings) {
		Wording answer = Wording.of(question.strongAnswer());
		double repeated = answer.within(Wording.of(question.prompt()));
		if (answer.size() > 2 && repeated >= REPEATED) {
			findings.add(Finding.about(LintRule.ANSWER_REPEATS_PROMPT, question,
					"%d of 100 words that matter in the strong answer are in the question already."
						.formatted(Math.round(100 * repeated))));
		}
	}

	private static void severalQuestions(Question question, List<Finding> findings) {
		String prompt = question.prompt();
		long marks = prompt.chars().filter((letter) -> letter == '?').count();
		if (marks > 1) {
			findings.add(Finding.about(LintRule.DOUBLE_BARRELLED, question,
					"It has %d question marks: two people would answer different ones.".formatted(marks)));
		}
		else if (SECOND.matcher(prompt).find() || TWO_TASKS.matcher(prompt).find()) {
			findings.add(Finding.about(LintRule.DOUBLE_BARRELLED, question,
					"It joins two questions with “and” or “or”: a rating would not say which was answered."));
		}
	}

	private static void lengths(Question question, List<Finding> findings) {
		int prompt = Wording.words(question.prompt()).size();
		if (prompt > LONGEST_PROMPT) {
			findings.add(Finding.about(LintRule.PROMPT_LONG, question,
					"It has %d words and takes about %d seconds to say.".formatted(prompt, prompt * 60 / SAID)));
		}
		int answer = Wording.words(question.strongAnswer()).size();
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
		int words = Wording.words(question.strongAnswer()).size() + Wording.words(question.redFlag()).size();
		for (KeyPoint point : question.keyPoints()) {
			words += Wording.words(point.text()).size();
		}
		for (RatingAnchor anchor : question.ratingAnchors()) {
			words += Wording.words(anchor.text()).size();
		}
		return words;
	}

}
