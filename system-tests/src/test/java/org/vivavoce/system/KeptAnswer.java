package org.vivavoce.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.StandaloneProcess;

/**
 * What an earlier build answered to a read. A later build may say more, never less.
 *
 * @param role who asked
 * @param accept the media type that was asked for
 * @param tag the {@code ETag}; empty when there was none
 */
record KeptAnswer(String role, String path, String accept, int status, String tag, String body) {

	/**
	 * What another day or another request changes.
	 */
	private static final Set<String> PASSING = Set.of("servedRecently", "requestId");

	/**
	 * At the end of a scorecard's tag: a digest of the answer, which may say more today.
	 */
	private static final Pattern DIGEST = Pattern.compile("-[0-9a-f]{16}\"$");

	private static final Pattern HEAD = Pattern
		.compile("(?m)^=== (\\S+) GET (\\S+) (\\S+)\\R(\\d+) ?(.*)\\R((?s:.*?))\\R?(?=^=== |\\z)");

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	static KeptAnswer ask(StandaloneProcess pipeline, String role, String path, String accept) {
		Answer answer = pipeline.as(role).get(path, "Accept", accept);
		return new KeptAnswer(role, path, accept, answer.status(),
				DIGEST.matcher(answer.header("ETag")).replaceFirst("\""), readable(answer.body()));
	}

	/**
	 * The same question, asked today.
	 */
	KeptAnswer again(StandaloneProcess pipeline) {
		return ask(pipeline, this.role, this.path, this.accept);
	}

	/**
	 * JSON with a line for each value, and one kind of line end, so that people can
	 * compare two of these files.
	 */
	private static String readable(String body) {
		String text = isJson(body) ? MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(body))
				: body;
		return text.replace("\uFEFF", "").replace("\r\n", "\n").strip();
	}

	private static boolean isJson(String body) {
		return body.startsWith("{") || body.startsWith("[");
	}

	static List<KeptAnswer> parse(String file) {
		List<KeptAnswer> answers = new ArrayList<>();
		Matcher each = HEAD.matcher(file);
		while (each.find()) {
			answers.add(new KeptAnswer(each.group(1), each.group(2), each.group(3), Integer.parseInt(each.group(4)),
					each.group(5).strip(), readable(each.group(6))));
		}
		return answers;
	}

	String text() {
		return "=== %s GET %s %s\n%s\n%s\n".formatted(this.role, this.path, this.accept,
				(this.status + " " + this.tag).strip(), this.body);
	}

	JsonNode json() {
		return MAPPER.readTree(this.body);
	}

	/**
	 * What is lost or different today.
	 */
	List<String> lost(KeptAnswer today) {
		List<String> lost = new ArrayList<>();
		// sheets that were moved have another tag; whoever had one loads the sheet again
		boolean moved = this.path.startsWith("/score-sheets/");
		if (this.status != today.status || !moved && !this.tag.equals(today.tag)) {
			lost.add("%s %s: %d %s, was %d %s".formatted(this.path, this.accept, today.status, today.tag, this.status,
					this.tag));
		}
		if (this.status != today.status) {
			return lost;
		}
		if (isJson(this.body) && isJson(today.body)) {
			compare(json(), today.json(), this.path + " ", lost);
		}
		else if (!this.body.equals(today.body)) {
			lost.add("%s %s: %s\nwas: %s".formatted(this.path, this.accept, today.body, this.body));
		}
		return lost;
	}

	private static void compare(JsonNode kept, JsonNode today, String place, List<String> lost) {
		if (kept.isObject() && today.isObject()) {
			kept.properties().stream().filter((field) -> !PASSING.contains(field.getKey())).forEach((field) -> {
				if (today.has(field.getKey())) {
					compare(field.getValue(), today.get(field.getKey()), place + "/" + field.getKey(), lost);
				}
				else {
					lost.add(place + "/" + field.getKey() + ": gone, was " + field.getValue());
				}
			});
		}
		else if (kept.isArray() && today.isArray() && kept.size() == today.size()) {
			for (int i = 0; i < kept.size(); i++) {
				compare(kept.get(i), today.get(i), place + "/" + i, lost);
			}
		}
		else if (!kept.equals(today)) {
			lost.add(place + ": " + today + ", was " + kept);
		}
	}

}
