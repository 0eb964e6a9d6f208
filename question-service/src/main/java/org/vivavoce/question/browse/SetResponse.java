package org.vivavoce.question.browse;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.Change;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionSet;

/**
 * A question set with its questions.
 *
 * @param questions how many it has
 * @param change who made this revision, when and why; null for one from before that was
 * kept
 */
@Schema(name = "QuestionSet")
record SetResponse(@Schema(example = "django") String id, @Schema(example = "django") String technology,
		@Schema(example = "Django") String title, @Schema(example = "1") int revision, List<LevelItems> levels,
		@Schema(example = "24") int questions, @Nullable Change change) {

	/**
	 * One level of it.
	 *
	 * @param questions how many it has
	 * @param items the questions in the order of the document
	 */
	@Schema(name = "QuestionSetLevel")
	record LevelItems(Level level, String experience, String focus, int questions, List<Question> items) {

	}

	static SetResponse of(QuestionSet set) {
		return new SetResponse(set.id(), set.technology(), set.title(), set.revision(),
				set.levels()
					.stream()
					.map((level) -> new LevelItems(level.level(), level.experience(), level.focus(),
							level.questions().size(), level.questions()))
					.toList(),
				set.size(), set.change());
	}

}
