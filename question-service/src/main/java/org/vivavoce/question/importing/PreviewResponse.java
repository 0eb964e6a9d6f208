package org.vivavoce.question.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.hub.SetSummaryResponse;
import org.vivavoce.question.lint.Lint;
import org.vivavoce.question.lint.LintResponse;
import org.vivavoce.question.set.Question;
import org.vivavoce.question.set.QuestionSet;

/**
 * What an import would do.
 */
@Schema(name = "ImportPreview")
record PreviewResponse(@Schema(example = "django") String id, @Schema(example = "django") String technology,
		@Schema(example = "Django") String title,
		@Schema(description = "Revision of the set as it is; absent when it is new",
				example = "1") @Nullable Integer currentRevision,
		@Schema(description = "Revision of the set after the import; the current one when nothing would change",
				example = "2") int revision,
		@Schema(example = "24") int questions, List<Previewed> added, List<Previewed> changed, List<Previewed> removed,
		@Schema(description = "What changes of the set besides its questions") List<SetChangeResponse> setChanges,
		@Schema(description = "How many questions stay as they are", example = "22") int unchanged,
		@Schema(description = "How many questions each level would have") List<SetSummaryResponse.LevelSummary> levels,
		@Schema(description = "What is worth another look in the questions that would be new or changed") List<LintResponse.Found> findings) {

	/**
	 * One question that an import would add, change or remove.
	 *
	 * @param line where it begins in the document, from 1; null when it is not there
	 * @param fields what would change of it, for one that returns since it was retired
	 * @param returning whether it was retired and would come back
	 */
	@Schema(name = "PreviewedQuestion")
	record Previewed(@Schema(example = "django-n-plus-one") String id, Level level, @Nullable Integer line,
			String prompt, @Schema(example = "[\"redFlag\"]") List<String> fields,
			@Schema(description = "Whether it was retired and would come back") boolean returning) {

	}

	/**
	 * Compare.
	 * @param after what the draft would make of the set
	 * @param others the other sets, which may ask for the same
	 * @param retired the last revisions of what was retired, by id
	 */
	static PreviewResponse of(@Nullable QuestionSet current, QuestionSet after, QuestionSetDraft draft,
			List<QuestionSet> others, Map<String, Question> retired) {
		Map<String, Question> before = new HashMap<>();
		if (current != null) {
			current.questions().forEach((question) -> before.put(question.id(), question));
		}
		Map<String, Integer> lines = new HashMap<>();
		draft.questions().forEach((question) -> lines.put(question.id(), question.line()));
		List<Previewed> added = new ArrayList<>();
		List<Previewed> changed = new ArrayList<>();
		after.questions().forEach((question) -> {
			Question known = before.remove(question.id());
			if (known == null) {
				Question last = retired.get(question.id());
				added.add(new Previewed(question.id(), question.level(), lines.get(question.id()), question.prompt(),
						(last != null) ? last.differences(question) : List.of(),
						current != null && current.retired(question.id()).isPresent()));
			}
			else if (!known.equals(question)) {
				changed.add(previewed(question, lines.get(question.id()), known.differences(question)));
			}
		});
		List<Previewed> removed = (current != null) ? current.questions()
			.filter((question) -> before.containsKey(question.id()))
			.map((question) -> previewed(question, null, List.of()))
			.toList() : List.of();
		return new PreviewResponse(after.id(), after.technology(), after.title(),
				(current != null) ? current.revision() : null, after.revision(), after.size(), added, changed, removed,
				(current != null) ? SetChangeResponse.between(current, after) : List.of(),
				after.size() - added.size() - changed.size(), SetSummaryResponse.of(after).levels(),
				findings(after, Stream.concat(added.stream(), changed.stream()), others));
	}

	private static List<LintResponse.Found> findings(QuestionSet after, Stream<Previewed> questions,
			List<QuestionSet> others) {
		Set<String> ids = questions.map(Previewed::id).collect(Collectors.toSet());
		return Lint.of(after, ids, others).stream().map(LintResponse.Found::of).toList();
	}

	private static Previewed previewed(Question question, @Nullable Integer line, List<String> fields) {
		return new Previewed(question.id(), question.level(), line, question.prompt(), fields, false);
	}

}
