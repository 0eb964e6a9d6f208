package org.vivavoce.question.document.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.yaml.snakeyaml.nodes.Node;

import org.vivavoce.contracts.KeyPoint;
import org.vivavoce.contracts.RatingAnchor;
import org.vivavoce.question.document.draft.FieldRules;
import org.vivavoce.question.document.draft.QuestionDraft;
import org.vivavoce.question.document.source.Faults;

/**
 * Reads one question of a YAML document.
 */
final class YamlQuestion {

	private static final List<String> KEYS = List.of("id", "topic", "minutes", "prompt", "strongAnswer", "redFlag",
			"keyPoints", "ratings");

	private static final List<String> KEY_POINT_KEYS = List.of("id", "text");

	private static final List<String> RATING_KEYS = IntStream.rangeClosed(1, FieldRules.RATINGS)
		.mapToObj(Integer::toString)
		.toList();

	private YamlQuestion() {
	}

	/**
	 * Read a question.
	 * @param lines where the ids before it were given; its own is added
	 * @return empty when it is no mapping; otherwise it may still have had faults
	 */
	static Optional<QuestionDraft> read(Node node, Map<String, Integer> lines, Faults faults) {
		YamlMapping question = YamlMapping.of(node, "a question", KEYS, faults);
		if (question == null) {
			return Optional.empty();
		}
		String id = question.id();
		unique("question", id, question.line("id"), lines, faults);
		return Optional.of(new QuestionDraft(question.line("id"), id, question.text("topic", FieldRules.TOPIC),
				minutes(question, faults), question.text("prompt", FieldRules.LONG_TEXT),
				question.text("strongAnswer", FieldRules.LONG_TEXT), question.text("redFlag", FieldRules.LONG_TEXT),
				keyPoints(question, faults), ratings(question, faults)));
	}

	private static int minutes(YamlMapping question, Faults faults) {
		if (!question.has("minutes")) {
			return FieldRules.DEFAULT_MINUTES;
		}
		String text = question.text("minutes");
		int minutes = (text != null && text.matches("[0-9]{1,3}")) ? Integer.parseInt(text) : 0;
		String fault = (text != null) ? FieldRules.minutes(minutes) : null;
		if (fault != null) {
			faults.add(question.line("minutes"), "'minutes' " + fault);
		}
		return minutes;
	}

	private static List<KeyPoint> keyPoints(YamlMapping question, Faults faults) {
		Map<String, Integer> lines = new HashMap<>();
		List<KeyPoint> keyPoints = new ArrayList<>();
		for (Node node : question.list("keyPoints", FieldRules.KEY_POINTS)) {
			YamlMapping keyPoint = YamlMapping.of(node, "a key point", KEY_POINT_KEYS, faults);
			if (keyPoint != null) {
				String id = keyPoint.id();
				unique("key point", id, keyPoint.line("id"), lines, faults);
				keyPoints.add(new KeyPoint(id, keyPoint.text("text", FieldRules.SHORT_TEXT)));
			}
		}
		return keyPoints;
	}

	private static List<RatingAnchor> ratings(YamlMapping question, Faults faults) {
		Node node = question.node("ratings");
		YamlMapping ratings = (node != null) ? YamlMapping.of(node, "'ratings'", RATING_KEYS, faults) : null;
		if (ratings == null) {
			return List.of();
		}
		return RATING_KEYS.stream()
			.filter(ratings::has)
			.map((rating) -> new RatingAnchor(Integer.parseInt(rating), ratings.text(rating, FieldRules.SHORT_TEXT)))
			.toList();
	}

	private static void unique(String what, String id, int line, Map<String, Integer> lines, Faults faults) {
		Integer first = id.isEmpty() ? null : lines.putIfAbsent(id, line);
		if (first != null) {
			faults.add(line, "the " + what + " id " + FieldRules.quote(id) + " is already used in line " + first);
		}
	}

}
