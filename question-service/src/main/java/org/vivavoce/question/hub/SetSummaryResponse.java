package org.vivavoce.question.hub;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.Change;
import org.vivavoce.question.set.QuestionSet;

/**
 * A question set in numbers.
 *
 * @param revision grows with every import that changed something
 * @param questions how many it has
 * @param change who made this revision, when and why; null for one from before that was
 * kept
 */
@Schema(name = "QuestionSetSummary")
public record SetSummaryResponse(@Schema(example = "django") String id, @Schema(example = "django") String technology,
		@Schema(example = "Django") String title, @Schema(example = "1") int revision, List<LevelSummary> levels,
		@Schema(example = "24") int questions, @Nullable Change change) {

	/**
	 * One level of it.
	 *
	 * @param questions how many it has
	 */
	@Schema(name = "QuestionSetLevelSummary")
	public record LevelSummary(Level level, @Schema(example = "0–2 years") String experience,
			@Schema(example = "model–template–view and the ORM") String focus, @Schema(example = "8") int questions) {

	}

	public static SetSummaryResponse of(QuestionSet set) {
		return new SetSummaryResponse(set.id(), set.technology(), set.title(), set.revision(),
				set.levels()
					.stream()
					.map((level) -> new LevelSummary(level.level(), level.experience(), level.focus(),
							level.questions().size()))
					.toList(),
				set.size(), set.change());
	}

}
