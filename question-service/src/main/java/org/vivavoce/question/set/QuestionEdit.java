package org.vivavoce.question.set;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.KeyPointEdit;
import org.vivavoce.question.document.draft.KeyPointIds;
import org.vivavoce.question.document.draft.QuestionDraft;

/**
 * The text of a question as somebody wants it to be.
 *
 * @param minutes how long the answer should take
 */
public record QuestionEdit(String topic, int minutes, String prompt, String strongAnswer, String redFlag,
		List<KeyPointEdit> keyPoints, List<RatingAnchor> ratingAnchors) {

	public QuestionEdit {
		keyPoints = List.copyOf(keyPoints);
		ratingAnchors = List.copyOf(ratingAnchors);
	}

	/**
	 * All that is wrong with it, by the rules that every import has to keep.
	 */
	public List<FieldFault> faults() {
		List<FieldFault> faults = new ArrayList<>(missing());
		faults.addAll(draftFaults());
		return faults;
	}

	/**
	 * What has to be written yet.
	 */
	private List<FieldFault> missing() {
		List<FieldFault> faults = new ArrayList<>();
		add(faults, "/topic", FieldRules.missing(this.topic));
		add(faults, "/prompt", FieldRules.missing(this.prompt));
		add(faults, "/strongAnswer", FieldRules.missing(this.strongAnswer));
		add(faults, "/redFlag", FieldRules.missing(this.redFlag));
		if (this.keyPoints.isEmpty()) {
			add(faults, "/keyPoints", FieldRules.size(0, FieldRules.KEY_POINTS));
		}
		return faults;
	}

	/**
	 * What is wrong with it while it is still being written, when texts may be missing.
	 */
	public List<FieldFault> draftFaults() {
		List<FieldFault> faults = new ArrayList<>();
		add(faults, "/topic", FieldRules.unfinished(this.topic, FieldRules.TOPIC));
		add(faults, "/minutes", FieldRules.minutes(this.minutes));
		add(faults, "/prompt", FieldRules.unfinished(this.prompt, FieldRules.LONG_TEXT));
		add(faults, "/strongAnswer", FieldRules.unfinished(this.strongAnswer, FieldRules.LONG_TEXT));
		add(faults, "/redFlag", FieldRules.unfinished(this.redFlag, FieldRules.LONG_TEXT));
		if (!this.keyPoints.isEmpty()) {
			add(faults, "/keyPoints", FieldRules.size(this.keyPoints.size(), FieldRules.KEY_POINTS));
		}
		Set<String> ids = new HashSet<>();
		for (int at = 0; at < this.keyPoints.size(); at++) {
			KeyPointEdit keyPoint = this.keyPoints.get(at);
			String id = keyPoint.id();
			add(faults, "/keyPoints/" + at + "/text", FieldRules.text(keyPoint.text(), FieldRules.SHORT_TEXT));
			add(faults, "/keyPoints/" + at + "/id", (id == null) ? null : FieldRules.id("id", id));
			add(faults, "/keyPoints/" + at + "/id", (id == null || ids.add(id)) ? null : "is already used");
		}
		Set<Integer> ratings = new HashSet<>();
		for (int at = 0; at < this.ratingAnchors.size(); at++) {
			RatingAnchor anchor = this.ratingAnchors.get(at);
			boolean possible = anchor.rating() >= 1 && anchor.rating() <= FieldRules.RATINGS;
			add(faults, "/ratingAnchors/" + at + "/rating",
					possible ? null : "must be a whole number from 1 to " + FieldRules.RATINGS);
			add(faults, "/ratingAnchors/" + at + "/rating", ratings.add(anchor.rating()) ? null : "is already used");
			add(faults, "/ratingAnchors/" + at + "/text", FieldRules.text(anchor.text(), FieldRules.SHORT_TEXT));
		}
		return faults;
	}

	private static void add(List<FieldFault> faults, String pointer, @Nullable String message) {
		if (message != null) {
			faults.add(new FieldFault(pointer, message));
		}
	}

	/**
	 * The question with this text.
	 * @param current what takes its place
	 * @param older revisions before it, latest first; their key points keep their ids for
	 * themselves
	 */
	public QuestionDraft draft(Question current, List<Question> older) {
		return new QuestionDraft(1, current.id(), this.topic, this.minutes, this.prompt, this.strongAnswer,
				this.redFlag, KeyPointIds.assign(this.keyPoints, current.keyPoints(),
						older.stream().flatMap((question) -> question.keyPoints().stream()).toList()),
				sorted());
	}

	/**
	 * A new question with this text.
	 */
	public QuestionDraft draft(String id) {
		return new QuestionDraft(1, id, this.topic, this.minutes, this.prompt, this.strongAnswer, this.redFlag,
				KeyPointIds.assign(this.keyPoints), sorted());
	}

	private List<RatingAnchor> sorted() {
		return this.ratingAnchors.stream().sorted((one, other) -> one.rating() - other.rating()).toList();
	}

}
