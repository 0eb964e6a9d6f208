package org.vivavoce.question.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionSet;
import org.vivavoce.question.set.SetLevel;

/**
 * Something about a set that an import changes besides its questions.
 *
 * @param level null for what is about the whole set
 * @param before null for the order
 * @param after null likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SetChange")
record SetChangeResponse(@Schema(allowableValues = {
		"title", "experience", "focus", "order" }, example = "title") String field, @Nullable Level level,
		@Schema(example = "Django") @Nullable String before, @Schema(example = "Django 6") @Nullable String after){

	/**
	 * What differs between two revisions of a set, level by level.
	 */
	static List<SetChangeResponse> between(QuestionSet before, QuestionSet after) {
		List<SetChangeResponse> changes = new ArrayList<>();
		note(changes, "title", null, before.title(), after.title());
		for (SetLevel next : after.levels()) {
			Optional<SetLevel> known = before.levels()
				.stream()
				.filter((level) -> level.level() == next.level())
				.findFirst();
			known.ifPresent((level) -> {
				note(changes, "experience", level.level(), level.experience(), next.experience());
				note(changes, "focus", level.level(), level.focus(), next.focus());
				if (!common(level, next).equals(common(next, level))) {
					changes.add(new SetChangeResponse("order", level.level(), null, null));
				}
			});
		}
		return changes;
	}

	private static void note(List<SetChangeResponse> changes, String field, @Nullable Level level, String before,
			String after) {
		if (!Objects.equals(before, after)) {
			changes.add(new SetChangeResponse(field, level, before, after));
		}
	}

	/**
	 * The ids of one that the other has, too, in its order.
	 */
	private static List<String> common(SetLevel one, SetLevel other) {
		Set<String> ids = new HashSet<>(other.questions().stream().map(Question::id).toList());
		return one.questions().stream().map(Question::id).filter(ids::contains).toList();
	}

}
