package org.vivavoce.question.lint;

import org.vivavoce.contracts.JsonNames;

/**
 * What question sets are checked for, the gravest first.
 */
enum LintRule {

	RED_FLAG_MISSING(true, "No red flag",
			"Write down one thing that a weak candidate can be seen or heard to do, in one sentence."),

	RED_FLAG_WEAK(true, "Weak red flag",
			"Name the behaviour that can be observed: what exactly does a weak candidate say, propose or leave out?"),

	NEAR_DUPLICATE(true, "Asked twice",
			"Keep the better one, or change one of them so that it asks for something of its own."),

	ANSWER_REPEATS_PROMPT(true, "Answer repeats the question",
			"Write what a strong candidate says beyond the words of the question."),

	DOUBLE_BARRELLED(true, "Several questions in one",
			"Ask one thing. Move the rest into the key points, or make it a question of its own."),

	PROMPT_LONG(true, "Long question",
			"Shorten the question until it can be said in one breath or two; details can follow when they are asked for."),

	ANSWER_SHORT(true, "Short answer",
			"Write two to four sentences, so that two interviewers recognise the same strong answer."),

	READING_TIME(true, "Too much to read",
			"Shorten the strong answer and the rubric, or give the question more minutes."),

	LEVEL_GAP(true, "Level without questions",
			"Write questions for the level, or take them over from another set of the technology."),

	TOPIC_GAP(false, "Topic with a gap",
			"Write a question about the topic for this level, if people of this level should be asked about it.");

	private final boolean warning;

	private final String title;

	private final String advice;

	LintRule(boolean warning, String title, String advice) {
		this.warning = warning;
		this.title = title;
		this.advice = advice;
	}

	/**
	 * In kebab-case, for machines.
	 */
	public String id() {
		return JsonNames.of(this);
	}

	/**
	 * Whether it hurts interviews; what is no warning may be meant so.
	 */
	public boolean warning() {
		return this.warning;
	}

	public String title() {
		return this.title;
	}

	/**
	 * What to do, in a sentence.
	 */
	public String advice() {
		return this.advice;
	}

}
