package org.vivavoce.question.editing;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.platform.problem.Fault;
import org.vivavoce.platform.web.Etags;
import org.vivavoce.question.document.draft.KeyPointEdit;
import org.vivavoce.question.set.Change;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionDraftRevision;
import org.vivavoce.question.set.QuestionEdit;
import org.vivavoce.question.set.QuestionSet;

/**
 * A revision of a question that somebody is still writing.
 *
 * @param revision the one that it began at; 0 for a new question
 * @param currentRevision the one that is asked now; null for a new question
 * @param minutes how long the answer should take
 * @param change who saved it last, when and why
 * @param missing what has to be mended before it can be published
 */
@Schema(name = "QuestionDraft")
public record DraftResponse(@Schema(example = "django-n-plus-one") String id, @Schema(example = "django") String set,
		@Schema(example = "django") String technology, Level level, @Schema(example = "1") int revision,
		@Schema(example = "1") @Nullable Integer currentRevision, @Schema(example = "orm") String topic,
		@Schema(example = "5") int minutes,
		@Schema(example = "A list page issues one query per row. What do you do?") String prompt,
		@Schema(example = "Follows foreign keys with select_related.") String strongAnswer,
		@Schema(example = "Touches relations lazily inside a loop.") String redFlag, List<KeyPointEdit> keyPoints,
		List<RatingAnchor> ratingAnchors, Change change, List<Fault> missing) {

	static DraftResponse of(DraftService.StoredDraft kept) {
		return of(kept.set(), kept.draft());
	}

	static DraftResponse of(QuestionSet set, QuestionDraftRevision draft) {
		QuestionEdit text = draft.text();
		return new DraftResponse(draft.id(), set.id(), set.technology(), draft.level(), draft.base(),
				set.question(draft.id()).map(Question::revision).orElse(null), text.topic(), text.minutes(),
				text.prompt(), text.strongAnswer(), text.redFlag(), text.keyPoints(), text.ratingAnchors(),
				draft.change(),
				text.faults().stream().map((fault) -> Fault.at(fault.pointer(), fault.message())).toList());
	}

	/**
	 * The tag of this version of a draft. The time tells it from one that was thrown
	 * away.
	 */
	public static String tag(QuestionDraftRevision draft) {
		return Etags.of(draft.version(), draft.change().at().toEpochMilli());
	}

}
