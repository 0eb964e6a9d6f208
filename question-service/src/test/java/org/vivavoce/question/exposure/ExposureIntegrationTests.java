package org.vivavoce.question.exposure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.QuestionServiceTest;
import org.vivavoce.question.SampleSets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleInterviews.body;

@QuestionServiceTest
class ExposureIntegrationTests {

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
	}

	@Test
	void servingExposesAQuestionOnceAndPlansTakeAnother() {
		hub("exposed", "exposed-a", "exposed-b");
		Answer first = open("exposed", "exposed-1");
		String asked = first.at("$.plan[0].questionId");
		assertThat(first.<String>at("$.plan[0].reason"))
			.isEqualTo("At level; first question about topic-" + asked + "; not asked in the last 90 days.");
		assertThat(exposure(asked)).containsEntry("served", 0).doesNotContainKey("lastServedOn");

		for (int attempt = 0; attempt < 2; attempt++) {
			assertThat(this.api.post("/interviews/" + first.at("$.id") + "/served", "{}", "Idempotency-Key", "once")
				.status()).isEqualTo(201);
		}

		assertThat(exposure(asked)).containsEntry("served", 1)
			.containsEntry("servedRecently", 1)
			.containsEntry("windowDays", 90)
			.containsEntry("probablyLeaked", false)
			.containsKey("lastServedOn");
		assertThat(this.api.get("/questions/" + asked + "/exposure").<List<Integer>>at("$.months[*].served"))
			.containsExactly(1);
		for (int i = 0; i < 4; i++) {
			Answer next = open("exposed", "exposed-2-" + i);
			assertThat(next.<String>at("$.plan[0].questionId")).isNotEqualTo(asked);
			assertThat(next.<String>at("$.plan[0].reason")).contains("not asked in the last");
		}
	}

	@Test
	void whoWasAskedIsFoundByTheInterviews() {
		hub("whom", "whom-a");
		Answer served = open("whom", "whom-1");
		open("whom", "whom-2");
		this.api.post("/interviews/" + served.at("$.id") + "/served", "{}");
		assertThat(this.api.get("/interviews?question=whom-a").<List<String>>at("$.items[*].candidateId"))
			.containsExactly("whom-1");
	}

	@Test
	void aCandidateWhoComesBackIsAskedTheSameOnlyWhenNothingElseIsLeft() {
		hub("back", "back-a", "back-b");
		Answer first = open("back", "back-1");
		this.api.post("/interviews/" + first.at("$.id") + "/served", "{}");
		this.api.post("/interviews/" + first.at("$.id") + "/close", "{\"outcome\": \"completed\"}");
		Answer second = open("back", "back-1");
		assertThat(second.<String>at("$.plan[0].questionId")).isNotEqualTo(first.at("$.plan[0].questionId"));
		assertThat(open("back", "back-1").<String>at("$.plan[0].reason"))
			.contains("this candidate knows it from another interview, but no better mid question is left");
	}

	@Test
	void interviewsOfOneCandidateThatArePlannedAtTheSameMomentShareNoQuestion() {
		hub("rush", Stream
			.of("apples", "bears", "chairs", "doors", "eggs", "forks", "gates", "hats", "inks", "jars", "keys", "lamps")
			.map((word) -> "rush-" + word + "=" + word + "?")
			.toArray(String[]::new));
		for (String candidate : List.of("rush-a", "rush-b", "rush-c")) {
			String body = body(candidate, "\"technology\": \"rush\", \"plan\": {\"counts\": {\"mid\": 3}}");
			List<String> planned = Flux.range(0, 4)
				.flatMap((round) -> Mono.fromCallable(() -> this.api.post("/interviews", body))
					.subscribeOn(Schedulers.boundedElastic()))
				.flatMapIterable((answer) -> answer.<List<String>>at("$.plan[*].questionId"))
				.collectList()
				.block();
			assertThat(planned).hasSize(12).doesNotHaveDuplicates();
		}
	}

	@Test
	void aSeedRepeatsAPlanWhateverOthersWereAsked() {
		hub("seeded", "seeded-a", "seeded-b", "seeded-c");
		Answer first = open("seeded", "seeded-1", ", \"seed\": 7");
		String question = first.at("$.plan[0].questionId");
		assertThat(open("seeded", "seeded-1", ", \"seed\": 7").<String>at("$.plan[0].questionId")).isEqualTo(question);
		this.api.post("/interviews/" + first.at("$.id") + "/served", "{}");
		Answer other = open("seeded", "seeded-2", ", \"seed\": 7");
		assertThat(other.<String>at("$.plan[0].questionId")).isEqualTo(question);
		assertThat(other.<String>at("$.plan[0].reason")).contains("Drawn by the given seed",
				"asked once in the last 90 days");
	}

	@Test
	void aCandidateWhoComesBackIsNotAskedTheSameBySeedEither() {
		hub("seeded-back", "seeded-back-a", "seeded-back-b");
		Answer first = open("seeded-back", "seeded-back-1", ", \"seed\": 7");
		this.api.post("/interviews/" + first.at("$.id") + "/served", "{}");
		Answer again = open("seeded-back", "seeded-back-1", ", \"seed\": 7");
		assertThat(again.<String>at("$.plan[0].questionId")).isNotEqualTo(first.at("$.plan[0].questionId"));
		this.api.post("/interviews/" + again.at("$.id") + "/served", "{}");
		assertThat(open("seeded-back", "seeded-back-1", ", \"seed\": 7").<String>at("$.plan[0].reason"))
			.contains("this candidate knows it from another interview")
			.doesNotContain("no better");
	}

	@Test
	void forgettingACandidateForgetsWhatTheyWereAsked() {
		hub("forgotten", "forgotten-a");
		Answer first = open("forgotten", "forgotten-1");
		this.api.post("/interviews/" + first.at("$.id") + "/served", "{}");
		assertThat(exposure("forgotten-a")).containsEntry("served", 1);
		assertThat(this.api.delete("/candidates/forgotten-1").status()).isEqualTo(204);
		assertThat(exposure("forgotten-a")).containsEntry("served", 0);
		assertThat(open("forgotten", "forgotten-1").<String>at("$.plan[0].reason")).doesNotContain("knows it");
	}

	@Test
	void figuresAreForReadersOfQuestions() {
		assertThat(this.api.get("/questions/nothing-exposed/exposure").status()).isEqualTo(404);
		assertThat(Api.as(this.port, "stranger", "interviews:read").get("/questions/nothing-exposed/exposure").status())
			.isEqualTo(403);
	}

	private void hub(String technology, String... questions) {
		assertThat(this.api.importYaml("", SampleSets.set(technology, "mid", questions)).status()).isEqualTo(201);
	}

	private Answer open(String technology, String candidate) {
		return open(technology, candidate, "");
	}

	private Answer open(String technology, String candidate, String more) {
		Answer answer = this.api.post("/interviews",
				body(candidate, "\"technology\": \"" + technology + "\", \"plan\": {\"counts\": {\"mid\": 1}}" + more));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private Map<String, Object> exposure(String question) {
		Answer answer = this.api.get("/questions/" + question + "/exposure");
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.at("$");
	}

}
