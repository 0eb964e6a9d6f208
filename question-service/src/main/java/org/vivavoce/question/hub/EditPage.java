package org.vivavoce.question.hub;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The form of a question as its template sees it.
 *
 * @param question as it is in the hub
 * @param revision that the next save takes the place of
 * @param topics that are there already
 * @param merge what came of somebody else's revision meanwhile
 */
record EditPage(Question question, int revision, QuestionForm form, Map<QuestionField, List<String>> faults,
		List<String> topics, @Nullable EditMerge merge) {

	static EditPage fresh(Question question, List<String> topics) {
		return new EditPage(question, question.revision(), QuestionForm.of(question), Map.of(), topics, null);
	}

	static EditPage faulty(Question question, int revision, QuestionForm form, List<String> topics) {
		return new EditPage(question, revision, form, form.faults(), topics, null);
	}

	/**
	 * After somebody else has saved a revision.
	 * @param base the revision at which the form began
	 */
	static EditPage outrun(Question question, Question base, QuestionForm mine, List<String> topics) {
		EditMerge merge = EditMerge.of(QuestionForm.of(base), mine, QuestionForm.of(question));
		return new EditPage(question, question.revision(), merge.form(), merge.form().faults(), topics, merge);
	}

	/**
	 * One field of the form.
	 *
	 * @param theirs what somebody else has written here meanwhile; null where they have
	 * not
	 */
	public record Input(String key, String label, String hint, int rows, int rating, String value, List<String> faults,
			@Nullable String theirs, boolean taken) {

		/**
		 * Ids of what describes the field.
		 */
		public @Nullable String describedBy() {
			String ids = (this.faults.isEmpty() ? "" : this.key + "-fault ")
					+ ((this.theirs != null) ? this.key + "-theirs " : "") + (this.taken ? this.key + "-taken " : "")
					+ (this.hint.isEmpty() ? "" : this.key + "-hint");
			return ids.isEmpty() ? null : ids.strip();
		}

	}

	public List<Input> texts() {
		return inputs(QuestionField.PROMPT, QuestionField.STRONG_ANSWER, QuestionField.RED_FLAG,
				QuestionField.KEY_POINTS);
	}

	public List<Input> anchors() {
		return inputs(QuestionField.RATING_1, QuestionField.RATING_2, QuestionField.RATING_3, QuestionField.RATING_4);
	}

	public Input topic() {
		return input(QuestionField.TOPIC);
	}

	public Input minutes() {
		return input(QuestionField.MINUTES);
	}

	/**
	 * The fields that have faults.
	 */
	public List<Input> faulty() {
		return inputs(QuestionField.values()).stream().filter((input) -> !input.faults().isEmpty()).toList();
	}

	/**
	 * The fields that two people have written differently.
	 */
	public List<Input> disputed() {
		return inputs(QuestionField.values()).stream().filter((input) -> input.theirs() != null).toList();
	}

	/**
	 * The names of the fields that only somebody else has touched.
	 */
	public List<String> taken() {
		return (this.merge != null) ? this.merge.taken().stream().map(QuestionField::label).toList() : List.of();
	}

	private List<Input> inputs(QuestionField... fields) {
		return Arrays.stream(fields).map(this::input).toList();
	}

	private Input input(QuestionField field) {
		return new Input(field.key(), field.label(), field.hint(), field.rows(), field.rating(), this.form.value(field),
				this.faults.getOrDefault(field, List.of()),
				(this.merge != null) ? this.merge.theirs().get(field) : null,
				this.merge != null && this.merge.taken().contains(field));
	}

}
