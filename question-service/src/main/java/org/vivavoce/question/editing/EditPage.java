package org.vivavoce.question.editing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionDraftRevision;
import org.vivavoce.question.set.QuestionField;

/**
 * The form of a question as its template sees it.
 *
 * @param question as it is in the hub; at revision 0 when there is only a draft
 * @param title of its set
 * @param revision at which the edit begins
 * @param draft tag of the draft that it goes on with; empty for none
 * @param reason why, for the history; may be empty
 * @param topics that are there already
 * @param merge what came of somebody else's text meanwhile
 * @param news why the form is shown once more; null where the faults say it
 */
record EditPage(Question question, String title, int revision, String draft, String reason, QuestionForm form,
		Map<QuestionField, List<String>> faults, List<String> topics, @Nullable EditMerge merge,
		@Nullable String news) {

	static final String GONE = "The draft was published or thrown away meanwhile. The form holds your text.";

	static final String DRAFTED = "Somebody else has saved the draft while you were writing.";

	/**
	 * The form before anything was typed.
	 */
	static EditPage of(EditableQuestion editableQuestion) {
		QuestionDraftRevision draft = editableQuestion.draft();
		return (draft == null) ? page(editableQuestion, "", "", QuestionForm.of(editableQuestion.question().edit()))
				: page(editableQuestion, DraftResponse.tag(draft),
						Objects.requireNonNullElse(draft.change().reason(), ""), QuestionForm.of(draft.text()));
	}

	private static EditPage page(EditableQuestion editableQuestion, String draft, String reason, QuestionForm form) {
		return new EditPage(editableQuestion.question(), editableQuestion.title(),
				editableQuestion.question().revision(), draft, reason, form, Map.of(), editableQuestion.topics(), null,
				null);
	}

	static EditPage faulty(EditableQuestion editableQuestion, EditRequest sent,
			Map<QuestionField, List<String>> faults) {
		return new EditPage(editableQuestion.question(), editableQuestion.title(), sent.revision(), sent.draft(),
				sent.reason(), sent.text(), faults, editableQuestion.topics(), null, null);
	}

	/**
	 * After somebody else has saved a revision.
	 * @param base the revision at which the form began
	 */
	static EditPage conflicting(EditableQuestion editableQuestion, Question base, String reason, QuestionForm mine) {
		Question now = editableQuestion.question();
		EditMerge merge = EditMerge.of(QuestionForm.of(base.edit()), mine, QuestionForm.of(now.edit()));
		return new EditPage(now, editableQuestion.title(), now.revision(), of(editableQuestion).draft(), reason,
				merge.form(), merge.form().faults(), editableQuestion.topics(), merge,
				"Somebody else has saved revision " + now.revision() + " while you were writing.");
	}

	/**
	 * After somebody else has saved the draft.
	 */
	static EditPage overtaken(EditableQuestion editableQuestion, QuestionDraftRevision theirs, EditRequest sent) {
		EditMerge merge = EditMerge.of(QuestionForm.of(editableQuestion.question().edit()), sent.text(),
				QuestionForm.of(theirs.text()));
		return new EditPage(editableQuestion.question(), editableQuestion.title(), sent.revision(),
				DraftResponse.tag(theirs), sent.reason(), merge.form(), Map.of(), editableQuestion.topics(), merge,
				DRAFTED);
	}

	/**
	 * After the draft was published or thrown away.
	 */
	static EditPage gone(EditableQuestion editableQuestion, EditRequest sent) {
		return new EditPage(editableQuestion.question(), editableQuestion.title(),
				editableQuestion.question().revision(), "", sent.reason(), sent.text(), Map.of(),
				editableQuestion.topics(), null, GONE);
	}

	/**
	 * Whether nobody can be asked the question yet.
	 */
	public boolean unpublished() {
		return this.question.revision() == 0;
	}

	public boolean drafted() {
		return !this.draft.isEmpty();
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
