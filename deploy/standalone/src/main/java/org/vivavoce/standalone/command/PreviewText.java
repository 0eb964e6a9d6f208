package org.vivavoce.standalone.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * A preview and a set in words.
 */
final class PreviewText {

	private PreviewText() {
	}

	/**
	 * What an import would do.
	 * @param preview as the API answers it
	 */
	static List<String> of(String document, JsonNode preview) {
		List<String> lines = new ArrayList<>();
		lines.add(document + ": " + set(preview));
		lines.add("  " + outcome(preview));
		preview.path("setChanges").forEach((change) -> lines.add("  about    " + about(change)));
		add(lines, "new", preview.path("added"));
		add(lines, "changed", preview.path("changed"));
		add(lines, "removed", preview.path("removed"));
		for (JsonNode finding : preview.path("findings")) {
			String about = finding.hasNonNull("questionId") ? "questionId" : "level";
			String other = finding.hasNonNull("otherQuestionId")
					? " (and " + finding.path("otherQuestionId").asString() + ")" : "";
			lines.add("  look at  %s%s: %s %s".formatted(finding.path(about).asString(), other,
					finding.path("reason").asString(), finding.path("advice").asString()));
		}
		return lines;
	}

	private static String outcome(JsonNode preview) {
		int revision = preview.path("revision").asInt();
		if (!preview.hasNonNull("currentRevision")) {
			return "the set is new";
		}
		int current = preview.path("currentRevision").asInt();
		return (current == revision) ? "an import would change nothing, the set stays at revision " + current
				: "an import would make revision %d of revision %d: %d new, %d changed, %d removed, %d as they are"
					.formatted(revision, current, preview.path("added").size(), preview.path("changed").size(),
							preview.path("removed").size(), preview.path("unchanged").asInt());
	}

	private static String about(JsonNode change) {
		String what = change.path("field").asString()
				+ (change.hasNonNull("level") ? " of " + change.path("level").asString() : "");
		return change.path("field").asString().equals("order") ? what
				: "%s: %s → %s".formatted(what, change.path("before").asString(), change.path("after").asString());
	}

	private static void add(List<String> lines, String what, JsonNode questions) {
		for (JsonNode question : questions) {
			String line = question.hasNonNull("line") ? ", line " + question.get("line").asInt() : "";
			String fields = strings(question.path("fields"));
			lines.add("  %-8s %s (%s%s%s%s)".formatted(what, question.path("prompt").asString().replaceAll("\\s+", " "),
					question.path("level").asString(), line, fields.isEmpty() ? "" : ": " + fields,
					question.path("returning").asBoolean() ? ", was retired" : ""));
		}
	}

	private static String strings(JsonNode values) {
		return StreamSupport.stream(values.spliterator(), false)
			.map((value) -> value.asString().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(", "));
	}

	/**
	 * A set in numbers.
	 */
	static String set(JsonNode set) {
		int questions = set.path("questions").asInt();
		String levels = StreamSupport.stream(set.path("levels").spliterator(), false)
			.map((level) -> level.path("questions").asInt() + " " + level.path("level").asString())
			.collect(Collectors.joining(", "));
		return "%s, %d %s: %s".formatted(set.path("id").asString(), questions,
				(questions == 1) ? "question" : "questions", levels);
	}

}
