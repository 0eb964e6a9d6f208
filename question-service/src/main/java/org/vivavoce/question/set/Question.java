package org.vivavoce.question.set;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.contracts.ServedQuestion;
import org.vivavoce.question.document.draft.KeyPointEdit;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;

/**
 * One revision of a question with its rubric. A revision never changes.
 *
 * @param revision from 1; a changed question is a new revision
 * @param technology lower-case
 * @param minutes how long the answer should take
 * @param redFlag the behaviour that gives a weak answer away
 * @param ratingAnchors what each rating sounds like; empty where it is obvious
 * @param set id of the question set that it belongs to
 * @param change who wrote this revision, when and why; null for one from before that was
 * kept
 */
public record Question(String id, int revision, String technology, Level level, String topic, int minutes,
		String prompt, String strongAnswer, String redFlag, List<KeyPoint> keyPoints, List<RatingAnchor> ratingAnchors,
		String set, @Nullable Change change) {

	public Question {
		keyPoints = List.copyOf(keyPoints);
		ratingAnchors = List.copyOf(ratingAnchors);
	}

	/**
	 * A revision of a question that a document states.
	 */
	public static Question of(QuestionDraft draft, int revision, QuestionSetDraft set, Level level,
			@Nullable Change change) {
		return new Question(draft.id(), revision, set.technology(), level, draft.topic(), draft.minutes(),
				draft.prompt(), draft.strongAnswer(), draft.redFlag(), draft.keyPoints(), draft.ratingAnchors(),
				set.id(), change);
	}

	/**
	 * Names one revision: {@code id@revision}.
	 */
	public static String key(String id, int revision) {
		return id + "@" + revision;
	}

	/**
	 * What travels with the event that it was asked.
	 */
	public ServedQuestion served() {
		return new ServedQuestion(this.id, this.revision, this.technology, this.level, this.topic, this.prompt,
				this.strongAnswer, this.redFlag, this.keyPoints, this.ratingAnchors);
	}

	/**
	 * The names of the fields in which another revision differs.
	 */
	public List<String> differences(Question other) {
		Map<String, Function<Question, Object>> fields = new LinkedHashMap<>();
		fields.put("level", Question::level);
		fields.put("topic", Question::topic);
		fields.put("minutes", Question::minutes);
		fields.put("prompt", Question::prompt);
		fields.put("strongAnswer", Question::strongAnswer);
		fields.put("redFlag", Question::redFlag);
		fields.put("keyPoints", Question::keyPoints);
		fields.put("ratingAnchors", Question::ratingAnchors);
		return fields.entrySet()
			.stream()
			.filter((field) -> !field.getValue().apply(this).equals(field.getValue().apply(other)))
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * Its text, as somebody would edit it.
	 */
	public QuestionEdit edit() {
		return new QuestionEdit(this.topic, this.minutes, this.prompt, this.strongAnswer, this.redFlag,
				this.keyPoints.stream().map((point) -> new KeyPointEdit(point.id(), point.text())).toList(),
				this.ratingAnchors);
	}

	/**
	 * The question as a document would state it.
	 */
	public QuestionDraft draft() {
		return new QuestionDraft(1, this.id, this.topic, this.minutes, this.prompt, this.strongAnswer, this.redFlag,
				this.keyPoints, this.ratingAnchors);
	}

}
