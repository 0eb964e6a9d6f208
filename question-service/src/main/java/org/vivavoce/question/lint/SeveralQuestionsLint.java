package org.vivavoce.question.lint;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vivavoce.question.set.Question;

/**
 * Whether a prompt asks more than one thing, so that a rating would not say which was
 * answered. Where words cannot tell a second question from a clause, nothing is said.
 */
final class SeveralQuestionsLint {

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

	private SeveralQuestionsLint() {
	}

	static Optional<Finding> of(Question question) {
		String prompt = QUOTED.matcher(question.prompt()).replaceAll("x");
		long marks = MARK.matcher(prompt).results().count();
		if (marks > 1) {
			return Optional.of(Finding.about(LintRule.DOUBLE_BARRELLED, question,
					"It has %d question marks: two people would answer different ones.".formatted(marks)));
		}
		if (asksTwice(prompt) || TWO_TASKS.matcher(prompt).find()) {
			return Optional.of(Finding.about(LintRule.DOUBLE_BARRELLED, question,
					"It joins two questions with “and” or “or”: a rating would not say which was answered."));
		}
		return Optional.empty();
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

}
