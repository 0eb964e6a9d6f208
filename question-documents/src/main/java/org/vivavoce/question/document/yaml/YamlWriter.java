package org.vivavoce.question.document.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.LevelDraft;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.draft.QuestionSetDraft;

/**
 * Writes a question set as YAML that reads as the same content.
 */
public final class YamlWriter {

	private static final int LINE_LENGTH = 110;

	private YamlWriter() {
	}

	public static String write(QuestionSetDraft set) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("id", set.id());
		document.put("technology", set.technology());
		document.put("title", set.title());
		document.put("levels", set.levels().stream().map(YamlWriter::level).toList());
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setAllowUnicode(true);
		options.setWidth(LINE_LENGTH);
		options.setIndicatorIndent(2);
		options.setIndentWithIndicator(true);
		return new Yaml(options).dump(document);
	}

	private static Map<String, Object> level(LevelDraft level) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("level", FieldRules.name(level.level()));
		entry.put("experience", level.experience());
		if (!level.focus().isEmpty()) {
			entry.put("focus", level.focus());
		}
		entry.put("questions", level.questions().stream().map(YamlWriter::question).toList());
		return entry;
	}

	private static Map<String, Object> question(QuestionDraft question) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("id", question.id());
		entry.put("topic", question.topic());
		entry.put("minutes", question.minutes());
		entry.put("prompt", question.prompt());
		entry.put("strongAnswer", question.strongAnswer());
		entry.put("redFlag", question.redFlag());
		entry.put("keyPoints", question.keyPoints().stream().map(YamlWriter::keyPoint).toList());
		if (!question.ratingAnchors().isEmpty()) {
			entry.put("ratings", ratings(question.ratingAnchors()));
		}
		return entry;
	}

	private static Map<String, Object> keyPoint(KeyPoint keyPoint) {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("id", keyPoint.id());
		entry.put("text", keyPoint.text());
		return entry;
	}

	private static Map<Integer, String> ratings(List<RatingAnchor> anchors) {
		Map<Integer, String> entry = new LinkedHashMap<>();
		anchors.forEach((anchor) -> entry.put(anchor.rating(), anchor.text()));
		return entry;
	}

}
