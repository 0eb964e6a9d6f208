package org.vivavoce.question.set;

import java.util.stream.Collectors;

import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.question.document.draft.KeyPointEdit;

/**
 * The fields of a question that can be edited, in the order of the form.
 */
public enum QuestionField {

	PROMPT("prompt", "Question", "As an interviewer says it aloud.", 4),

	STRONG_ANSWER("strongAnswer", "Strong answer", "What a strong candidate says, in two to four sentences.", 7),

	RED_FLAG("redFlag", "Red flag", "The one behaviour that gives a weak answer away.", 3),

	KEY_POINTS("keyPoints", "Key points",
			"One per line, 1 to 20. The panel ticks them while it listens; a corrected point keeps its ticks.", 6),

	RATING_1("rating1", "1 – missed", "", 3),

	RATING_2("rating2", "2 – partial", "", 3),

	RATING_3("rating3", "3 – solid", "", 3),

	RATING_4("rating4", "4 – exceptional", "", 3),

	TOPIC("topic", "Topic", "Answers are summed up by topic: use one that is there already where it fits.", 1),

	MINUTES("minutes", "Minutes", "How long a good answer takes, 1 to 120.", 1);

	private final String key;

	private final String label;

	private final String hint;

	private final int rows;

	QuestionField(String key, String label, String hint, int rows) {
		this.key = key;
		this.label = label;
		this.hint = hint;
		this.rows = rows;
	}

	/**
	 * The name of the form's field.
	 */
	public String key() {
		return this.key;
	}

	public String label() {
		return this.label;
	}

	/**
	 * What to write there; may be empty.
	 */
	public String hint() {
		return this.hint;
	}

	/**
	 * The height in lines.
	 */
	public int rows() {
		return this.rows;
	}

	/**
	 * What the rating is that this field describes, or 0.
	 */
	public int rating() {
		return (this.ordinal() >= RATING_1.ordinal() && this.ordinal() <= RATING_4.ordinal())
				? this.ordinal() - RATING_1.ordinal() + 1 : 0;
	}

	/**
	 * What a question says in this field, as one types it.
	 */
	public String of(Question question) {
		return of(question.edit());
	}

	/**
	 * What an edit says in this field, as one types it.
	 */
	public String of(QuestionEdit edit) {
		return switch (this) {
			case PROMPT -> edit.prompt();
			case STRONG_ANSWER -> edit.strongAnswer();
			case RED_FLAG -> edit.redFlag();
			case KEY_POINTS -> edit.keyPoints().stream().map(QuestionField::line).collect(Collectors.joining("\n"));
			case RATING_1, RATING_2, RATING_3,
					RATING_4 ->
				edit.ratingAnchors()
					.stream()
					.filter((anchor) -> anchor.rating() == rating())
					.map(RatingAnchor::text)
					.findFirst()
					.orElse("");
			case TOPIC -> edit.topic();
			case MINUTES -> Integer.toString(edit.minutes());
		};
	}

	private static String line(KeyPointEdit point) {
		return point.text().replaceAll("\\s+", " ");
	}

	/**
	 * The field in which a fault has to be mended.
	 * @param edit which has the fault
	 */
	public static QuestionField of(FieldFault fault, QuestionEdit edit) {
		String[] path = fault.pointer().split("/");
		return switch (path[1]) {
			case "topic" -> TOPIC;
			case "minutes" -> MINUTES;
			case "prompt" -> PROMPT;
			case "strongAnswer" -> STRONG_ANSWER;
			case "redFlag" -> RED_FLAG;
			case "ratingAnchors" ->
				values()[RATING_1.ordinal() + edit.ratingAnchors().get(Integer.parseInt(path[2])).rating() - 1];
			default -> KEY_POINTS;
		};
	}

}
