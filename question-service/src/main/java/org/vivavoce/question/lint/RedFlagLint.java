package org.vivavoce.question.lint;

import java.util.Optional;
import java.util.regex.Pattern;

import org.vivavoce.question.set.Question;

/**
 * Whether a red flag names a behaviour that two interviewers would both notice.
 */
final class RedFlagLint {

	/**
	 * Words that matter, such as who does what: fewer name no behaviour.
	 */
	private static final int SHORTEST_RED_FLAG = 2;

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

	private RedFlagLint() {
	}

	static Optional<Finding> of(Question question) {
		String redFlag = question.redFlag().strip();
		if (NONE.matcher(redFlag).matches()) {
			return Optional.of(Finding.about(LintRule.RED_FLAG_MISSING, question,
					redFlag.isEmpty() ? "There is no red flag." : "“" + redFlag + "” is no red flag."));
		}
		if (VAGUE.matcher(redFlag).matches()) {
			return Optional.of(Finding.about(LintRule.RED_FLAG_WEAK, question,
					"“" + redFlag + "” fits every question, so interviewers cannot agree on whether they heard it."));
		}
		if (ContentWords.of(redFlag).size() < SHORTEST_RED_FLAG) {
			return Optional.of(Finding.about(LintRule.RED_FLAG_WEAK, question,
					"“" + redFlag + "” is too short to say what a weak candidate does."));
		}
		return Optional.empty();
	}

}
