package org.vivavoce.question.hub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
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

	/**
	 * Words that matter, such as who does what: fewer name no behaviour.
	 */
	private static final int SHORTEST_RED_FLAG = 2;

	private static final double REPEATED = 0.7;

	/**
	 * Tasks whose answer cannot but repeat what is to be put in order.
	 */
	private static final Pattern ORDERING = Pattern.compile("(?i)^(put|order|sort|rank|arrange|which of)\\b.*",
			Pattern.DOTALL);

	private static final String NOTHING = "[^\\p{L}\\p{N}]*";

	private static final Pattern NONE = Pattern
		.compile("(?i)" + NOTHING + "(n\\s*/?\\s*a|not applicable|none( known)?|nothing|no( known)? red flags?( known)?"
				+ "|tbd|tba|to be (defined|done|written|decided)|todo|unknown|xxx?)?" + NOTHING);

	private static final Pattern VAGUE = Pattern.compile("(?i)((the )?candidate |he |she |they )?"
			+ "((does not|doesn['’]t|do not|don['’]t|did not|didn['’]t|cannot|can['’]t|could not|couldn['’]t"
			+ "|is unable to|is not able to|isn['’]t able to|fail(s|ed)? to|not able to|unable to)"
			+ " (really |even )?(know|answer|explain|understand)"
			+ "( it| this| that| anything| what (it|this|that) is| the (right |correct )?(answer|question|topic|concept|subject))?"
			+ "( to (it|this|that|the question))?"
			+ "|(gives? )?(an?|the) (wrong|bad|weak|poor|incorrect|vague|incomplete|generic) answers?"
			+ "|((has|have|had|shows?) no|(does not|doesn['’]t) have (an?|any)|lacks?( any)?|no)"
			+ " (idea|clue|answer|knowledge|understanding)( (of|about) (it|this|that|the (topic|subject|concept)))?"
			+ "|(is |too |very |it is )*(vague|unclear|wrong|bad|weak|poor|generic|superficial)( answers?)?)"
			+ NOTHING);

	private static final String AUXILIARY = "(?:do|does|did|is|are|was|were|would|will|can|could|should|has|have)";

	/**
	 * What stands behind the verb of a question, and not of a clause: "what is a view",
	 * and not "what is missing".
	 */
	private static final String SUBJECT = "(?:you|your|it|its|they|their|we|our|one|he|she|the|an?|that|this|these|those"
			+ "|there|somebody|someone|people)";

	/**
	 * A second question inside of one: the verb before its subject. "… what belongs here
	 * and what belongs there" is none.
	 */
	private static final Pattern SECOND = Pattern
		.compile("(?i)[\\s,;](?:and|or)(?: also| then)? (?:(?:how|why|when|where) " + AUXILIARY
				+ "|(?<clause>what|who)(?:['’]s| " + AUXILIARY + ")|(?:which|what) \\p{L}+ " + AUXILIARY + ") "
				+ SUBJECT + "\\b");

	private static final Pattern EMBEDDED = Pattern.compile("(?i)\\s(?:what|who|which|whether)\\b");

	private static final Pattern ASKS = Pattern
		.compile("(?i)\\b(?:what|how|why|when|which|where|who|" + AUXILIARY + ")\\b");

	private static final Pattern TWO_TASKS = Pattern
		.compile("(?i)(^|[.!?]\\s+)(explain|describe|name|list|compare|tell (me|us))\\b[^.?!]*\\band (also |then )?"
				+ "((explain|describe|name|list|compare) (how|what|why|when|where|which|whether|the|an?|its|their|your|two|three|some)"
				+ "|tell (me|us))\\b");

	/**
	 * The end of a question, and no mark within code.
	 */
	private static final Pattern MARK = Pattern.compile("(?<=\\S)\\?+(?=[\\s)\"”’]|$)");

	private static final Pattern QUOTED = Pattern.compile("`[^`]*`|\"[^\"]*\"|“[^”]*”|‘[^’]*’");

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
		else if (Wording.of(redFlag).size() < SHORTEST_RED_FLAG) {
			findings.add(Finding.about(LintRule.RED_FLAG_WEAK, question,
					"“" + redFlag + "” is too short to say what a weak candidate does."));
		}
	}

	private static void repetition(Question question, List<Finding> findings) {
		Wording answer = Wording.of(question.strongAnswer());
		double repeated = answer.within(Wording.of(question.prompt()));
		if (answer.size() > 2 && repeated >= REPEATED && !ORDERING.matcher(question.prompt().strip()).matches()) {
			findings.add(Finding.about(LintRule.ANSWER_REPEATS_PROMPT, question,
					"%d of 100 words that matter in the strong answer are in the question already."
						.formatted(Math.round(100 * repeated))));
		}
	}

	private static void severalQuestions(Question question, List<Finding> findings) {
		String prompt = QUOTED.matcher(question.prompt()).replaceAll("x");
		long marks = MARK.matcher(prompt).results().count();
		if (marks > 1) {
			findings.add(Finding.about(LintRule.DOUBLE_BARRELLED, question,
					"It has %d question marks: two people would answer different ones.".formatted(marks)));
		}
		else if (asksTwice(prompt) || TWO_TASKS.matcher(prompt).find()) {
			findings.add(Finding.about(LintRule.DOUBLE_BARRELLED, question,
					"It joins two questions with “and” or “or”: a rating would not say which was answered."));
		}
	}

	private static boolean asksTwice(String prompt) {
		return Arrays.stream(prompt.split("(?<=[.?!])\\s+"))
			.filter((sentence) -> sentence.endsWith("?"))
			.anyMatch((sentence) -> {
				Matcher second = SECOND.matcher(sentence);
				// what somebody decides or tells may be joined, too
				return second.find() && ASKS.matcher(sentence.substring(0, second.start())).find()
						&& (second.group("clause") == null
								|| !EMBEDDED.matcher(sentence.substring(0, second.start())).find());
			});
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
