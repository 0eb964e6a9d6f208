package org.vivavoce.testing.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An interview that is held through the gateway, and what was given in it.
 *
 * @param answers in the order of serving
 */
public record Played(String candidate, String id, String level, int planned, List<Given> answers) {

	/**
	 * An answer and what both interviewers gave.
	 */
	public record Given(String questionId, String level, String topic, String keyPoint, @Nullable Integer first,
			@Nullable Integer second, boolean redFlag) {

	}

	/**
	 * Plan an interview of mid level for both interviewers.
	 */
	public static Played plan(StandaloneProcess pipeline, String candidate, int seed, String counts) {
		return plan(pipeline, candidate, "Noor " + candidate, seed, counts);
	}

	public static Played plan(StandaloneProcess pipeline, String candidate, String name, int seed, String counts) {
		JsonNode planned = pipeline.as("recruiter")
			.post("/interviews",
					"""
							{"candidate": {"id": "%s", "name": "%s"}, "role": "Backend developer", "technology": "django",
							"level": "mid", "panel": ["interviewer-1", "interviewer-2"], "seed": %d, "plan": {"counts": %s}}"""
						.formatted(candidate, name, seed, counts))
			.require(201)
			.json();
		return new Played(candidate, planned.get("id").asString(), "mid", planned.get("planned").asInt(),
				new ArrayList<>());
	}

	/**
	 * The page of an answered question in the hub.
	 * @param index from 0, in the order of serving
	 */
	public String questionPath(int index) {
		return "/hub/questions/" + this.answers.get(index).questionId();
	}

	/**
	 * Serve the next question and have both rate it; null is "not assessed". The first
	 * interviewer raises the red flag.
	 */
	public Given next(StandaloneProcess pipeline, @Nullable Integer first, @Nullable Integer second, boolean redFlag) {
		JsonNode served = pipeline.as("interviewer-1")
			.post("/interviews/" + this.id + "/served", null)
			.require(201)
			.json();
		JsonNode question = served.get("question");
		Given given = new Given(question.get("id").asString(), question.get("level").asString(),
				question.get("topic").asString(), question.get("keyPoints").get(0).get("id").asString(), first, second,
				redFlag);
		this.answers.add(given);
		rate(pipeline, "interviewer-1", given, first, redFlag);
		rate(pipeline, "interviewer-2", given, second, false);
		return given;
	}

	public Answer rate(StandaloneProcess pipeline, String interviewer, Given given, @Nullable Integer rating,
			boolean redFlag) {
		return pipeline.as(interviewer)
			.patiently("PUT", "/score-sheets/" + this.id + "/answers/" + given.questionId(),
					"""
							{"rating": %s, "redFlag": %s, "keyPointsHeard": ["%s"], "notes": "%s, \\"said\\" so"}"""
						.formatted(rating, redFlag, given.keyPoint(), interviewer))
			.require(200);
	}

	public void recommend(StandaloneProcess pipeline, String interviewer, String overall) {
		pipeline.as(interviewer).patiently("PUT", "/score-sheets/" + this.id + "/recommendation", """
				{"overall": "%s", "summary": "As %s sees it"}""".formatted(overall, interviewer)).require(200);
	}

	public void close(StandaloneProcess pipeline) {
		pipeline.as("interviewer-1")
			.post("/interviews/" + this.id + "/close", "{\"outcome\": \"completed\"}")
			.require(200);
	}

	public @Nullable BigDecimal score() {
		List<Figures.Rated> rated = new ArrayList<>();
		for (Given given : this.answers) {
			List<@Nullable Integer> ratings = new ArrayList<>();
			ratings.add(given.first());
			ratings.add(given.second());
			rated.add(new Figures.Rated(given.level(), this.level, ratings));
		}
		return Figures.score(rated);
	}

	/**
	 * The score by what the second interviewer alone gave.
	 */
	public @Nullable BigDecimal scoreOfSecond() {
		return Figures.score(this.answers.stream()
			.filter((given) -> given.second() != null)
			.map((given) -> new Figures.Rated(given.level(), this.level,
					List.of(Objects.requireNonNull(given.second()))))
			.toList());
	}

	public long redFlags() {
		return this.answers.stream().filter(Given::redFlag).count();
	}

}
