package org.vivavoce.question.document.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;
import org.vivavoce.question.document.draft.Slug;
import org.vivavoce.question.document.source.DocumentOverrides;
import org.vivavoce.question.document.source.Faults;
import org.vivavoce.question.document.source.ParseResult;
import org.vivavoce.question.document.source.SourceText;

/**
 * Reads a question set from YAML and finds all its faults with their lines.
 */
public final class YamlReader {

	private static final List<String> SET_KEYS = List.of("id", "technology", "title", "levels");

	private static final List<String> LEVEL_KEYS = List.of("level", "experience", "focus", "questions");

	private final Faults faults = new Faults();

	private final Map<String, Integer> questionLines = new HashMap<>();

	private YamlReader() {
	}

	/**
	 * Read a document.
	 * @param document in UTF-8
	 * @param naming what the caller says about it; the document must not say otherwise
	 */
	public static ParseResult read(byte[] document, DocumentOverrides documentOverrides) {
		YamlReader reader = new YamlReader();
		String text = SourceText.yaml(document, reader.faults);
		Node root = (text != null) ? YamlDocument.read(text, reader.faults) : null;
		QuestionSetDraft draft = (root != null) ? reader.set(root, documentOverrides) : null;
		return (draft != null && !reader.faults.any()) ? new ParseResult.Accepted(draft) : reader.faults.refused();
	}

	private @Nullable QuestionSetDraft set(Node root, DocumentOverrides documentOverrides) {
		YamlMapping set = YamlMapping.of(root, "a question set", SET_KEYS, this.faults);
		if (set == null) {
			return null;
		}
		String technology = technology(set, documentOverrides);
		String id = id(set, documentOverrides, technology);
		String title = set.text("title", FieldRules.TITLE, technology);
		Map<Level, Integer> levelLines = new HashMap<>();
		List<LevelDraft> levels = new ArrayList<>();
		for (Node node : set.list("levels", Level.values().length)) {
			level(node, levelLines).ifPresent(levels::add);
		}
		if (this.questionLines.size() > FieldRules.QUESTIONS) {
			this.faults.add(set.line(), "there are " + this.questionLines.size() + " questions; up to "
					+ FieldRules.QUESTIONS + " are possible");
		}
		return new QuestionSetDraft(id, technology, title, levels);
	}

	private String technology(YamlMapping set, DocumentOverrides documentOverrides) {
		String given = (documentOverrides.technology() != null) ? FieldRules.technology(documentOverrides.technology())
				: null;
		if (!set.has("technology") && given != null) {
			String fault = FieldRules.text("technology", given, FieldRules.TECHNOLOGY);
			if (fault != null) {
				this.faults.add(set.line(), fault + " (query parameter)");
			}
			return given;
		}
		String own = FieldRules.technology(set.text("technology", FieldRules.TECHNOLOGY));
		if (given != null && !own.isEmpty() && !own.equals(given)) {
			this.faults.add(set.line("technology"), "the document is about " + FieldRules.quote(own)
					+ ", the query parameter says " + FieldRules.quote(given));
		}
		return own;
	}

	private String id(YamlMapping set, DocumentOverrides documentOverrides, String technology) {
		String own = set.has("id") ? set.id() : "";
		String given = documentOverrides.id();
		if (!own.isEmpty() && given != null && !own.equals(given)) {
			this.faults.add(set.line("id"), "the document's id is " + FieldRules.quote(own)
					+ ", the query parameter says " + FieldRules.quote(given));
		}
		if (set.has("id")) {
			return own;
		}
		String id = (given != null) ? given : Slug.of(technology);
		String fault = FieldRules.id("id", id);
		if (fault != null && (given != null || !technology.isEmpty())) {
			this.faults.add(set.line(),
					fault + ((given != null) ? " (query parameter)" : "; give the set one by the parameter 'id'"));
		}
		return id;
	}

	private Optional<LevelDraft> level(Node node, Map<Level, Integer> seen) {
		YamlMapping entry = YamlMapping.of(node, "a level", LEVEL_KEYS, this.faults);
		if (entry == null) {
			return Optional.empty();
		}
		String name = entry.text("level");
		Optional<Level> level = (name != null) ? FieldRules.level(name) : Optional.empty();
		if (name != null && level.isEmpty()) {
			this.faults.add(entry.line("level"),
					"unknown level " + FieldRules.quote(name) + "; the levels are junior, mid and senior");
		}
		Integer first = level.map((known) -> seen.putIfAbsent(known, entry.line("level"))).orElse(null);
		if (first != null) {
			this.faults.add(entry.line("level"), "the level '" + name + "' is given twice, first in line " + first);
		}
		String usual = level.map(FieldRules::usualExperience).orElse("");
		String experience = entry.text("experience", FieldRules.EXPERIENCE, usual);
		String focus = entry.text("focus", FieldRules.FOCUS, "");
		List<QuestionDraft> questions = new ArrayList<>();
		for (Node question : entry.list("questions", FieldRules.QUESTIONS)) {
			YamlQuestion.read(question, this.questionLines, this.faults).ifPresent(questions::add);
		}
		return level.map((known) -> new LevelDraft(known, experience, focus, questions));
	}

}
