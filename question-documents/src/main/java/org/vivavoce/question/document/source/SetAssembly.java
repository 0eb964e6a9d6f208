package org.vivavoce.question.document.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.draft.Slug;

/**
 * Makes a draft of what a table or a text says, by the rules that hold for YAML, too, and
 * finds all faults.
 */
public final class SetAssembly {

	private final Faults faults;

	private final Map<String, Integer> idLines = new LinkedHashMap<>();

	private SetAssembly(Faults faults) {
		this.faults = faults;
	}

	public static ParseResult assemble(SetSource source, DocumentOverrides documentOverrides, Faults faults) {
		QuestionSetDraft draft = new SetAssembly(faults).set(source, documentOverrides);
		return faults.any() ? faults.refused() : new ParseResult.Accepted(draft);
	}

	private QuestionSetDraft set(SetSource source, DocumentOverrides documentOverrides) {
		String written = technology(source, documentOverrides);
		String technology = FieldRules.technology(written);
		String id = id(source, documentOverrides, technology);
		Passage title = source.parts().get(Part.TITLE);
		String named = (title != null && !title.blank()) ? text(Part.TITLE, title, FieldRules.TITLE) : written;
		List<SetSource.QuestionSource> questions = source.levels()
			.stream()
			.flatMap((level) -> level.questions().stream())
			.toList();
		checkSize(questions);
		if (this.faults.full() || questions.size() > FieldRules.QUESTIONS) {
			return new QuestionSetDraft(id, technology, named, List.of());
		}
		Set<String> used = new HashSet<>();
		questions.forEach((question) -> known(question).ifPresent(used::add));
		return new QuestionSetDraft(id, technology, named,
				levels(source, new QuestionAssembly(id, used, this.idLines, this.faults)));
	}

	private static Optional<String> known(SetSource.QuestionSource question) {
		return Optional.ofNullable(question.part(Part.ID)).map(Passage::text).map(String::strip);
	}

	private void checkSize(List<SetSource.QuestionSource> questions) {
		if (questions.isEmpty()) {
			this.faults.add(1, "there is no question in the document");
		}
		if (questions.size() > FieldRules.QUESTIONS) {
			this.faults.add(1,
					"there are " + questions.size() + " questions; up to " + FieldRules.QUESTIONS + " are possible");
		}
	}

	private String technology(SetSource source, DocumentOverrides documentOverrides) {
		Passage own = source.parts().get(Part.TECHNOLOGY);
		if (own == null || own.blank()) {
			if (documentOverrides.technology() == null) {
				this.faults.add(1, "the document does not name its technology; give the parameter 'technology'");
				return "";
			}
			String fault = FieldRules.text("technology", documentOverrides.technology(), FieldRules.TECHNOLOGY);
			if (fault != null) {
				this.faults.add(1, fault + " (query parameter)");
			}
			return documentOverrides.technology().strip();
		}
		if (documentOverrides.technology() != null
				&& !FieldRules.technology(own.text()).equals(FieldRules.technology(documentOverrides.technology()))) {
			this.faults.add(own.line(),
					"the document is about " + FieldRules.quote(FieldRules.technology(own.text()))
							+ ", the query parameter says "
							+ FieldRules.quote(FieldRules.technology(documentOverrides.technology())));
		}
		return text(Part.TECHNOLOGY, own, FieldRules.TECHNOLOGY);
	}

	private String id(SetSource source, DocumentOverrides documentOverrides, String technology) {
		Passage own = source.parts().get(Part.SET);
		String given = documentOverrides.id();
		if (own != null && given != null && !own.text().strip().equals(given)) {
			this.faults.add(own.line(), "the document's id is " + FieldRules.quote(own.text().strip())
					+ ", the query parameter says " + FieldRules.quote(given));
		}
		String id = (own != null) ? own.text().strip() : (given != null) ? given : Slug.of(technology);
		String fault = FieldRules.id("id", id);
		if (fault != null && (own != null || given != null || !technology.isEmpty())) {
			this.faults.add((own != null) ? own.line() : 1, fault + ((own != null) ? ""
					: (given != null) ? " (query parameter)" : "; give the set one by the parameter 'id'"));
		}
		return id;
	}

	private List<LevelDraft> levels(SetSource source, QuestionAssembly assembly) {
		Map<Level, Gathered> levels = new EnumMap<>(Level.class);
		for (SetSource.LevelSource part : source.levels()) {
			Optional<Level> level = LevelName.find(part.name().text());
			if (level.isEmpty()) {
				this.faults.add(part.name().line(), "unknown level " + FieldRules.quote(part.name().text())
						+ "; the levels are junior, mid and senior");
			}
			// the questions of an unknown level may have faults, too
			List<QuestionDraft> questions = part.questions().stream().map(assembly::question).toList();
			level.ifPresent((known) -> levels.computeIfAbsent(known, (first) -> new Gathered(part.name().line()))
				.add(part, questions, this.faults));
		}
		return levels.entrySet().stream().map((entry) -> draft(entry.getKey(), entry.getValue())).toList();
	}

	private LevelDraft draft(Level level, Gathered gathered) {
		Passage experience = gathered.parts.get(Part.EXPERIENCE);
		Passage focus = gathered.parts.get(Part.FOCUS);
		if (gathered.questions.isEmpty()) {
			this.faults.add(gathered.line, "the level '" + FieldRules.name(level) + "' has no questions");
		}
		return new LevelDraft(level,
				(experience != null) ? text(Part.EXPERIENCE, experience, FieldRules.EXPERIENCE)
						: FieldRules.usualExperience(level),
				(focus != null) ? text(Part.FOCUS, focus, FieldRules.FOCUS) : "", gathered.questions);
	}

	private String text(Part part, @Nullable Passage passage, int most) {
		return QuestionAssembly.text(part, passage, most, 1, this.faults);
	}

	/**
	 * All that a document says about one level, wherever it says it.
	 */
	private static final class Gathered {

		private final int line;

		private final Map<Part, Passage> parts = new EnumMap<>(Part.class);

		private final List<QuestionDraft> questions = new ArrayList<>();

		Gathered(int line) {
			this.line = line;
		}

		void add(SetSource.LevelSource level, List<QuestionDraft> more, Faults faults) {
			this.questions.addAll(more);
			level.parts().forEach((part, passage) -> {
				Passage first = passage.blank() ? null : this.parts.putIfAbsent(part, passage);
				if (first != null && !first.text().strip().equals(passage.text().strip())) {
					faults.add(passage.line(),
							"'" + part.label() + "' of the level is " + FieldRules.quote(passage.text()) + " here and "
									+ FieldRules.quote(first.text()) + " in line " + first.line());
				}
			});
		}

	}

}
