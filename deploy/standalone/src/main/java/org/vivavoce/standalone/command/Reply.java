package org.vivavoce.standalone.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the pipeline answered.
 */
record Reply(int status, byte[] body) {

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * Whether it is not what was asked for; what only leads elsewhere is not, either.
	 */
	boolean refused() {
		return this.status != 200 && this.status != 201;
	}

	/**
	 * The body as JSON.
	 * @throws CommandException when it is something else
	 */
	JsonNode json() {
		try {
			return JSON.readTree(this.body);
		}
		catch (JacksonException ex) {
			throw new CommandException("The answer, with status " + this.status + ", is not one of Viva Voce.", ex);
		}
	}

	/**
	 * Why it was refused, a line for each fault.
	 * @param document that was sent; its lines are named as compilers do
	 */
	List<String> faults(String document) {
		JsonNode problem = json();
		List<String> lines = new ArrayList<>();
		for (JsonNode error : problem.path("errors")) {
			String message = error.path("message").asString();
			if (error.path("pointer").asString("").equals("/reason")) {
				lines.add("--reason " + message);
				continue;
			}
			String where = error.hasNonNull("line") ? ":" + error.get("line").asInt() : "";
			lines.add(document + where + ": " + options(message));
		}
		if (lines.isEmpty()) {
			lines.add(document + ": " + sentence(problem));
		}
		return lines;
	}

	/**
	 * The parameters of the API by the names that the command line has for them.
	 */
	private static String options(String message) {
		return message.replaceAll("the parameter '(technology|id)'", "--$1")
			.replace("(query parameter)", "(command line)")
			.replace("the query parameter says", "the command line says");
	}

	/**
	 * Why it was refused, in a sentence.
	 */
	String sentence() {
		return sentence(json());
	}

	private String sentence(JsonNode problem) {
		String detail = problem.path("detail").asString("");
		String title = problem.path("title").asString("");
		return detail.isEmpty() ? (title.isEmpty() ? "refused with status " + this.status : title) : detail;
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

}
