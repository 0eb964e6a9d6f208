package org.vivavoce.browser;

import java.time.Duration;

import org.vivavoce.testing.pipeline.Pipeline;
import org.vivavoce.testing.pipeline.Played;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.awaitility.Awaitility.await;

/**
 * Interviews that tests look at and leave as they are.
 *
 * @param closed ten questions, both members, a red flag, recommendations
 * @param another of another candidate, closed
 * @param running four of eight questions served and rated, nobody has recommended
 * @param planned nothing served
 * @param deadLetter a record that was refused
 */
record Exhibits(Played closed, Played another, Played running, Played planned, String deadLetter) {

	/** A kit by which nobody is interviewed yet. */
	static final String KIT = "exhibited";

	static Exhibits shared() {
		return Holder.SHARED;
	}

	static Exhibits play(StandaloneProcess pipeline) {
		pipeline.as("recruiter").put("/kits/" + KIT, """
				{"name": "Backend, mid level", "technology": "django", "level": "mid", "minutes": 45,
				"counts": {"junior": 2, "mid": 5, "senior": 1}, "mustHaveTopics": ["migrations"],
				"keyQuestions": ["django-n-plus-one"]}""").require(200);
		Played closed = Played.plan(pipeline, "ada-example", "Ada Example", 42,
				"{\"junior\": 3, \"mid\": 5, \"senior\": 2}");
		complete(pipeline, closed, new int[] { 4, 3, 3, 4, 3, 2, 4, 3, 4, 3 },
				new int[] { 4, 3, 4, 3, 3, 3, 3, 2, 4, 4 }, "yes", "strong-yes");
		Played another = Played.plan(pipeline, "sam-sample", "Sam Sample", 7,
				"{\"junior\": 2, \"mid\": 3, \"senior\": 1}");
		complete(pipeline, another, new int[] { 3, 2, 3, 2, 4, 1 }, new int[] { 3, 2, 2, 2, 3, 2 }, "no", "yes");
		Played running = Played.plan(pipeline, "mina-muster", "Mina Muster", 3,
				"{\"junior\": 2, \"mid\": 4, \"senior\": 2}");
		for (int each = 0; each < 4; each++) {
			running.next(pipeline, (each == 2) ? null : 3, 4 - each % 2, each == 1);
		}
		Played planned = Played.plan(pipeline, "lee-later", "Lee Later", 11, "{\"junior\": 1, \"mid\": 3}");
		await().atMost(Duration.ofSeconds(20))
			.until(() -> pipeline.as("dashboard").scorecard(running.candidate()).at("/coverage/scored").asInt() == 4);
		return new Exhibits(closed, another, running, planned, Refused.record(pipeline));
	}

	private static void complete(StandaloneProcess pipeline, Played played, int[] first, int[] second,
			String firstOverall, String secondOverall) {
		for (int each = 0; each < first.length; each++) {
			played.next(pipeline, first[each], second[each], each == 5);
		}
		played.recommend(pipeline, "interviewer-1", firstOverall);
		played.recommend(pipeline, "interviewer-2", secondOverall);
		played.close(pipeline);
		await().atMost(Duration.ofSeconds(20))
			.until(() -> !pipeline.as("dashboard")
				.scorecard(played.candidate())
				.get("outcome")
				.asString()
				.equals("incomplete"));
	}

	private static final class Holder {

		static final Exhibits SHARED = play(Pipeline.shared());

	}

}
