package org.vivavoce.system;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.Api;

/**
 * An interview through the APIs of services that run in this JVM.
 */
final class Interviewers {

	private static final String PERSON = "kim";

	private final Api questions;

	private final Api sheets;

	private final Api reports;

	private final String candidate;

	private final String interview;

	private final List<String> served = new ArrayList<>();

	Interviewers(Instance question, Instance scoring, Instance report, String candidate) {
		this.questions = question.as(PERSON, "interviews:write", "interviews:read");
		this.sheets = scoring.as(PERSON);
		this.reports = report.as("reader", "reports:read");
		this.candidate = candidate;
		this.interview = this.questions.post("/interviews", """
				{"candidate": {"id": "%s"}, "role": "Developer", "technology": "django", "level": "mid",
				"panel": ["%s"], "seed": 1, "plan": {"counts": {"mid": 4}}}""".formatted(candidate, PERSON))
			.require(201)
			.json()
			.get("id")
			.asString();
	}

	Answer serve() {
		Answer answer = this.questions.post("/interviews/" + this.interview + "/served", null);
		if (answer.ok()) {
			this.served.add(answer.json().at("/question/id").asString());
		}
		return answer;
	}

	String served(int position) {
		return this.served.get(position - 1);
	}

	Answer rate(int position, int rating) {
		return this.sheets.put(sheetOf(position), body(rating));
	}

	Answer ratePatiently(int position, int rating) {
		return this.sheets.patiently("PUT", sheetOf(position), body(rating));
	}

	Answer ratePatiently(int position, int rating, String notes) {
		return this.sheets.patiently("PUT", sheetOf(position),
				"{\"rating\": %d, \"redFlag\": false, \"notes\": \"%s\"}".formatted(rating, notes));
	}

	private String sheetOf(int position) {
		return "/score-sheets/" + this.interview + "/answers/" + served(position);
	}

	private static String body(int rating) {
		return "{\"rating\": %d, \"redFlag\": false}".formatted(rating);
	}

	Answer sheet() {
		return this.sheets.get("/score-sheets/" + this.interview);
	}

	Answer interview() {
		return this.questions.get("/interviews/" + this.interview);
	}

	Answer scorecard() {
		return this.reports.get("/scorecards/" + this.candidate);
	}

	/**
	 * Each answer on the scorecard with its ratings and their revisions.
	 */
	List<String> told() {
		List<String> told = new ArrayList<>();
		for (JsonNode answer : this.reports.scorecard(this.candidate).at("/interviews/0/answers")) {
			StringBuilder line = new StringBuilder(answer.get("questionId").asString());
			answer.get("ratings")
				.forEach((rating) -> line.append(' ')
					.append(rating.get("rating").asInt())
					.append('r')
					.append(rating.get("revision").asInt()));
			told.add(line.toString());
		}
		return told;
	}

}
