package org.vivavoce.system;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.Figures;
import org.vivavoce.testing.pipeline.Pipeline;
import org.vivavoce.testing.pipeline.Played;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Interviews held through the gateway.
 */
class InterviewSystemTests {

	private final StandaloneProcess pipeline = Pipeline.shared();

	@Test
	void aWholeDjangoInterviewEndsInAScorecardWithTheRightFigures() {
		Played played = Played.plan(this.pipeline, "whole", 42, "{\"junior\": 3, \"mid\": 5, \"senior\": 2}");
		assertThat(played.planned()).isEqualTo(10);
		int[] first = { 4, 3, 3, 2, 4, 3, 3, 4, 4, 1 };
		int[] second = { 4, 2, 3, 3, 3, 4, 1, 4, 3, 3 };
		for (int each = 0; each < 10; each++) {
			played.next(this.pipeline, (each == 6) ? null : first[each], second[each], each == 3);
		}
		played.recommend(this.pipeline, "interviewer-1", "yes");
		played.recommend(this.pipeline, "interviewer-2", "strong-yes");
		played.close(this.pipeline);

		JsonNode card = card(played, (each) -> each.at("/interviews/0/state").asString("").equals("closed")
				&& each.at("/interviews/0/recommendations").size() == 2 && scored(each) == 10);
		assertThat(score(card)).isEqualByComparingTo(played.score());
		assertThat(score(card.at("/interviews/0"))).isEqualByComparingTo(played.score());
		assertThat(card.get("outcome").asString()).isEqualTo(Figures.outcome(played.score(), played.redFlags()));
		assertThat(card.get("reasons")).isNotEmpty();
		assertThat(card.at("/candidate/name").asString()).isEqualTo("Noor whole");
		assertThat(card.at("/coverage/planned").asInt()).isEqualTo(10);
		assertThat(card.at("/coverage/served").asInt()).isEqualTo(10);
		assertThat(card.at("/redFlags").size()).isEqualTo(1);
		assertThat(card.at("/redFlags/0/questionId").asString()).isEqualTo(played.answers().get(3).questionId());
		assertThat(texts(card.at("/interviews/0/answers"), "questionId"))
			.containsExactlyElementsOf(played.answers().stream().map(Played.Given::questionId).toList());
		for (String level : List.of("junior", "mid", "senior")) {
			JsonNode figures = StreamSupport.stream(card.get("levels").spliterator(), false)
				.filter((each) -> each.get("level").asString().equals(level))
				.findFirst()
				.orElseThrow();
			assertThat(score(figures)).as(level).isEqualTo(of(played, (given) -> given.level().equals(level)));
		}
		for (JsonNode topic : card.get("topics")) {
			String name = topic.get("topic").asString();
			assertThat(score(topic)).as(name).isEqualTo(of(played, (given) -> given.topic().equals(name)));
		}
	}

	@Test
	void aCorrectionReplacesTheRatingAndRaisesItsRevision() {
		Played played = Played.plan(this.pipeline, "corrected", 1, "{\"mid\": 1}");
		Played.Given given = played.next(this.pipeline, 1, 1, true);
		Answer corrected = played.rate(this.pipeline, "interviewer-1", given, 4, false);
		Answer again = played.rate(this.pipeline, "interviewer-1", given, 4, false);
		assertThat(corrected.json().get("revision").asInt()).isEqualTo(2);
		assertThat(again.json().get("revision").asInt()).isEqualTo(2);

		JsonNode card = card(played,
				(each) -> each.at("/interviews/0/answers/0/ratings/0/revision").asInt(0) == 2 && ratings(each) == 2);
		assertThat(score(card)).isEqualByComparingTo("50.0");
		assertThat(card.get("redFlags")).isEmpty();
	}

	@Test
	void ratingsAreHiddenFromTheOthersUntilTheyHaveRecommended() {
		Played played = Played.plan(this.pipeline, "hidden", 2, "{\"mid\": 3}");
		played.next(this.pipeline, 4, 2, false);
		played.next(this.pipeline, 4, 1, false);
		played.next(this.pipeline, 3, 3, true);
		played.recommend(this.pipeline, "interviewer-1", "yes");
		card(played, (each) -> ratings(each) == 6 && each.at("/interviews/0/recommendations").size() == 1);

		assertThat(seen("interviewer-1", played)).isEqualTo(6);
		assertThat(score(this.pipeline.as("interviewer-1").scorecard("hidden"))).isEqualTo(played.score());
		assertThat(othersOnSheet("interviewer-1", played)).isEqualTo(3);

		assertThat(seen("interviewer-2", played)).isEqualTo(3);
		JsonNode blind = this.pipeline.as("interviewer-2").scorecard("hidden");
		assertThat(score(blind)).isEqualTo(played.scoreOfSecond());
		assertThat(blind.get("redFlags")).isEmpty();
		assertThat(blind.at("/interviews/0/recommendations")).isEmpty();
		assertThat(othersOnSheet("interviewer-2", played)).isZero();

		played.close(this.pipeline);
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			assertThat(seen("interviewer-2", played)).isEqualTo(6);
			assertThat(othersOnSheet("interviewer-2", played)).isEqualTo(3);
		});
	}

	private int seen(String viewer, Played played) {
		return ratings(this.pipeline.as(viewer).scorecard(played.candidate()));
	}

	private int othersOnSheet(String viewer, Played played) {
		JsonNode sheet = this.pipeline.as(viewer).get("/score-sheets/" + played.id()).require(200).json();
		return StreamSupport.stream(sheet.get("questions").spliterator(), false)
			.mapToInt((question) -> question.get("ratings").size())
			.sum();
	}

	private JsonNode card(Played played, Predicate<JsonNode> complete) {
		Api dashboard = this.pipeline.as("dashboard");
		return await().atMost(Duration.ofSeconds(20)).until(() -> dashboard.scorecard(played.candidate()), complete);
	}

	private static @Nullable BigDecimal of(Played played, Predicate<Played.Given> which) {
		return new Played(played.candidate(), played.id(), played.level(), played.planned(),
				played.answers().stream().filter(which).toList())
			.score();
	}

	private static @Nullable BigDecimal score(JsonNode figures) {
		return figures.get("score").isNull() ? null : figures.get("score").decimalValue();
	}

	private static int scored(JsonNode card) {
		return card.at("/coverage/scored").asInt();
	}

	private static int ratings(JsonNode card) {
		return StreamSupport.stream(card.at("/interviews/0/answers").spliterator(), false)
			.mapToInt((answer) -> answer.get("ratings").size())
			.sum();
	}

	private static List<String> texts(JsonNode list, String field) {
		return StreamSupport.stream(list.spliterator(), false).map((each) -> each.get(field).asString()).toList();
	}

}
