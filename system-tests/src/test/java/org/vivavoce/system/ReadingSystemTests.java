package org.vivavoce.system;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.OwnThread;
import org.vivavoce.testing.pipeline.Pipeline;
import org.vivavoce.testing.pipeline.Played;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What dashboards and panels read through the gateway.
 */
class ReadingSystemTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final StandaloneProcess pipeline = Pipeline.shared();

	private final Api dashboard = this.pipeline.as("dashboard");

	@Test
	void aDashboardFollowsAScorecardWhileTheInterviewGoesOn() {
		Played played = Played.plan(this.pipeline, "followed", 3, "{\"mid\": 2}");
		this.dashboard.scorecard("followed");
		List<String> lines = follow("followed");
		played.next(this.pipeline, 4, 3, false);
		played.next(this.pipeline, 2, 3, false);
		played.close(this.pipeline);

		await().atMost(SOON).untilAsserted(() -> {
			JsonNode latest = summaries(lines).getLast();
			assertThat(latest.at("/coverage/scored").asInt()).isEqualTo(2);
			assertThat(latest.get("outcome").asString()).isNotEqualTo("incomplete");
			assertThat(latest.get("score").decimalValue()).isEqualByComparingTo(played.score());
		});
		assertThat(lines).contains("event:scorecard-updated");
		List<Long> ids = lines.stream()
			.filter((line) -> line.startsWith("id:"))
			.map((line) -> Long.parseLong(line.substring(3)))
			.toList();
		assertThat(ids).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(1);
		assertThat(summaries(lines).getLast().get("version").asLong()).isEqualTo(ids.getLast());

		List<String> resumed = follow("followed", "Last-Event-ID", Long.toString(ids.getFirst()));
		await().atMost(SOON).until(() -> resumed.contains("id:" + ids.getLast()));
	}

	private List<String> follow(String candidate, String... headers) {
		HttpRequest request = this.dashboard.request("GET", "/scorecards/" + candidate + "/stream", null, headers);
		List<String> lines = new CopyOnWriteArrayList<>();
		CompletableFuture<Void> end = this.dashboard.http()
			.sendAsync(request, BodyHandlers.ofLines())
			.thenAcceptAsync((response) -> response.body().forEach(lines::add), OwnThread.EACH);
		await().atMost(SOON).until(() -> !lines.isEmpty() && !end.isDone());
		return lines;
	}

	private static List<JsonNode> summaries(List<String> lines) {
		JsonMapper mapper = JsonMapper.builder().build();
		return lines.stream()
			.filter((line) -> line.startsWith("data:"))
			.map((line) -> mapper.readTree(line.substring(5)))
			.toList();
	}

	@Test
	void aScorecardComesAsCsvWithOneRowForEachRating() {
		Played played = Played.plan(this.pipeline, "tabled", 4, "{\"mid\": 2}");
		Played.Given given = played.next(this.pipeline, 4, null, false);
		played.next(this.pipeline, 2, 3, true);

		await().atMost(SOON).untilAsserted(() -> {
			Answer csv = this.dashboard.get("/scorecards/tabled", "Accept", "text/csv").require(200);
			assertThat(csv.header("Content-Type")).startsWith("text/csv");
			List<String> rows = csv.body().lines().toList();
			assertThat(rows).hasSize(5);
			assertThat(rows.getFirst()).startsWith("candidateId,candidateName,interviewId,");
			assertThat(rows.get(1)).startsWith("tabled,Noor tabled," + played.id() + ",")
				.contains("," + given.questionId() + ",")
				.contains(",interviewer-1,4,false," + given.keyPoint() + ",")
				.endsWith("\"interviewer-1, \"\"said\"\" so\",1");
			assertThat(rows.get(2)).contains(",interviewer-2,,false,");
		});
	}

	@Test
	void twoCandidatesStandSideBySideWithTheFiguresOfTheirScorecards() {
		Played strong = Played.plan(this.pipeline, "strong", 5, "{\"mid\": 2}");
		Played weak = Played.plan(this.pipeline, "weak", 5, "{\"mid\": 2}");
		strong.next(this.pipeline, 4, 4, false);
		strong.next(this.pipeline, 3, 4, false);
		weak.next(this.pipeline, 1, 2, true);
		weak.next(this.pipeline, 2, 2, false);
		strong.close(this.pipeline);
		weak.close(this.pipeline);

		await().atMost(SOON).untilAsserted(() -> {
			JsonNode both = this.dashboard.get("/comparisons?candidate=weak&candidate=strong").require(200).json();
			List<String> said = new ArrayList<>();
			both.get("candidates")
				.forEach((side) -> said
					.add("%s %s %s %d".formatted(side.at("/candidate/id").asString(), side.get("score").decimalValue(),
							side.get("outcome").asString(), side.get("redFlagCount").asInt())));
			assertThat(said).containsExactly("weak " + weak.score() + " decline 1",
					"strong " + strong.score() + " advance 0");
			// the same seed plans the same questions
			assertThat(both.get("sharedQuestions").size()).isEqualTo(2);
		});
	}

}
