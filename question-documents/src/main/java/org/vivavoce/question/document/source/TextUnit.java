package org.vivavoce.question.document.source;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One paragraph of a plain text and what it looks like.
 *
 * @param text without its label and number
 * @param whole without its number alone
 * @param label what it says it is; null without a label
 * @param numbered whether it began with a number
 */
public record TextUnit(int line, String text, String whole, @Nullable Part label, boolean numbered) {

	private static final Pattern NUMBER = Pattern.compile("(?:[Qq](?:uestion)?\\s*)?#?\\d{1,4}\\s*[.):]\\s+(.*)");

	private static final Pattern BULLET = Pattern.compile("[-–—*•·▪]\\s+(.*)");

	private static final Pattern SIGNS = Pattern.compile("^[\\p{So}\\uFE0F\\s]+");

	private static final Pattern LABEL = Pattern
		.compile("([\\p{L}][\\p{L} ]{0,30}?|[Rr]ating [1-4])\\s*([:–—])\\s*(.*)");

	private static final Pattern ASKED = Pattern.compile(".*\\?[\"'”’»)\\]]*");

	private static final Pattern IMPERATIVE = Pattern.compile(
			"(?i)(?:explain|describe|compare|walk (?:me|us)|tell (?:me|us)|name|list|discuss|imagine|suppose|outline|define|sketch|design|draw|write|give|show|build|implement|debug|review|refactor|estimate)\\b.*");

	private static final Pattern TITLED = Pattern.compile("(?i).*\\bquestions?\\b.*");

	/**
	 * The labels that may also stand on a line of their own, above what they mean.
	 */
	private static final Set<Part> ALONE = EnumSet.of(Part.PROMPT, Part.STRONG_ANSWER, Part.RED_FLAG, Part.KEY_POINTS);

	private static final Set<Part> OF_QUESTIONS = EnumSet.of(Part.PROMPT, Part.STRONG_ANSWER, Part.RED_FLAG,
			Part.KEY_POINTS, Part.ID, Part.TOPIC, Part.MINUTES, Part.RATING_1, Part.RATING_2, Part.RATING_3,
			Part.RATING_4);

	/**
	 * What pages say at their end and nobody as a red flag.
	 */
	private static final Pattern FAREWELL = Pattern.compile(
			"(?i).*\\b(?:good luck|happy (?:hiring|interviewing)|conclusion|final (?:thoughts|words|tips)|wrapping up|bottom line|you ask|candidates?|hires?|recruit(?:ing|ers?)|interviewers?|these questions|this (?:set|list|page|guide|article)"
					+ "|interviews?|interviewing|hiring|read more|learn more|contact us|subscribe|sign up|thanks|thank you)\\b.*");

	private static final Pattern SENTENCE = Pattern.compile(".*[.?!;,]");

	private static final int HEADING_WORDS = 12;

	private static final int BARE_WORDS = 3;

	public static TextUnit of(Passage passage) {
		Matcher bullet = BULLET.matcher(passage.text());
		String text = bullet.matches() ? bullet.group(1) : passage.text();
		Matcher number = NUMBER.matcher(text);
		boolean numbered = number.matches();
		text = numbered ? number.group(1) : text;
		String words = withoutSigns(text);
		Optional<Part> sign = Part.ofSign(text).filter((part) -> !words.isEmpty() && !hasLabel(words));
		if (sign.isPresent()) {
			return new TextUnit(passage.line(), words, words, sign.get(), numbered);
		}
		text = hasLabel(words) ? words : text;
		Matcher label = LABEL.matcher(text);
		Optional<Part> part = label.matches()
				? Part.of(label.group(1)).filter((known) -> label.group(2).equals(":") || ALONE.contains(known))
				: Part.of(text).filter(ALONE::contains);
		String rest = part.isEmpty() ? text : label.matches() ? label.group(3) : "";
		return new TextUnit(passage.line(), rest.strip(), text.strip(), part.orElse(null), numbered);
	}

	public static String withoutSigns(String text) {
		return SIGNS.matcher(text).replaceFirst("").strip();
	}

	/**
	 * Whether signs such as a flag stand before a label, and before nothing else.
	 */
	private static boolean hasLabel(String text) {
		Matcher label = LABEL.matcher(text);
		return Part.of(label.matches() ? label.group(1) : text).isPresent();
	}

	/**
	 * The same among the questions of a level, where labels that are about a set or a
	 * level are mere words.
	 */
	public TextUnit amongQuestions() {
		return (this.label != null && !OF_QUESTIONS.contains(this.label)) ? labelled(null) : this;
	}

	public TextUnit labelled(@Nullable Part part) {
		return new TextUnit(this.line, (part != null) ? this.text : this.whole, this.whole, part, this.numbered);
	}

	/**
	 * Whether it is the years of experience that stand below the heading of a level.
	 */
	public boolean years() {
		return is(Part.EXPERIENCE) || LevelName.onlyYears(this.text);
	}

	public boolean is(Part part) {
		return this.label == part;
	}

	/**
	 * Whether it is a question beyond doubt.
	 */
	public boolean asks() {
		return is(Part.PROMPT) || (this.label == null && (this.numbered || ASKED.matcher(this.text).matches()));
	}

	/**
	 * Whether it ends with a bare question mark, which an answer hardly does.
	 */
	public boolean asksPlainly() {
		return is(Part.PROMPT) || (this.label == null && this.text.endsWith("?"));
	}

	public boolean mayAsk() {
		return asks() || (this.label == null && IMPERATIVE.matcher(this.text).matches());
	}

	/**
	 * Whether it is a heading such as "Junior Django interview questions".
	 */
	public boolean levelHeading() {
		if (is(Part.LEVEL)) {
			return true;
		}
		if (this.text.length() > LevelName.LONGEST_HEADING) {
			return false;
		}
		String words = LevelName.IN_BRACKETS.matcher(this.text).replaceAll("").strip();
		if (this.label != null || SENTENCE.matcher(words).matches() || LevelName.find(words).isEmpty()) {
			return false;
		}
		int count = words.split("\\s+").length;
		return ((TITLED.matcher(words).matches() && count <= HEADING_WORDS) || LevelName.bare(words)
				|| (count <= BARE_WORDS && LevelName.find(words.split("\\s+")[0]).isPresent()));
	}

	/**
	 * Whether it can only be a heading, wherever it stands.
	 */
	public boolean surelyHeading() {
		return levelHeading() && (is(Part.LEVEL) || TITLED.matcher(this.text).matches());
	}

	/**
	 * Whether it may be what a page says at its end.
	 */
	public boolean bidsFarewell() {
		return this.label == null && FAREWELL.matcher(this.text).matches();
	}

	public Passage passage() {
		return new Passage(this.line, this.text);
	}

}
