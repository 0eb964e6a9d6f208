package org.vivavoce.question.history;

import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.Change;
import org.vivavoce.question.set.Question;

/**
 * One revision of a question in its history.
 *
 * @param prompt as it was
 * @param fields what differs from the revision before it; none for the first
 * @param change who wrote it, when and why; null for one from before that was kept
 */
@Schema(name = "QuestionHistoryEntry")
record RevisionResponse(@Schema(example = "2") int revision, Level level,
		@Schema(example = "A list page issues one query per row. What do you do?") String prompt,
		@Schema(example = "[\"redFlag\"]") List<String> fields, @Nullable Change change) {

	/**
	 * The history of a question.
	 * @param revisions the latest first
	 */
	static List<RevisionResponse> of(List<Question> revisions) {
		List<RevisionResponse> history = new ArrayList<>();
		for (int at = 0; at < revisions.size(); at++) {
			Question revision = revisions.get(at);
			List<String> fields = (at + 1 < revisions.size()) ? revisions.get(at + 1).differences(revision) : List.of();
			history.add(new RevisionResponse(revision.revision(), revision.level(), revision.prompt(), fields,
					revision.change()));
		}
		return history;
	}

}
