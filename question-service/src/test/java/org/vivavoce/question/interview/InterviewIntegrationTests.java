package org.vivavoce.question.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.InterviewOpened;
import org.vivavoce.contracts.Level;
import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.QuestionServiceTest;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vivavoce.question.SampleInterviews.body;

@QuestionServiceTest
class InterviewIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private TestTopics topics;

	private Api api = Api.admin(0);

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
	}

	@Test
	void opensAnInterviewWithTheUsualPlan() {
		Answer answer = this.api.post("/interviews", body("open-1", ""));
		assertThat(answer.status()).isEqualTo(201);
		String id = answer.at("$.id");
		assertThat(id).matches("iv-[0-9a-f]{20}");
		assertThat(answer.header("Location")).isEqualTo("/api/v1/interviews/" + id);
		assertThat(answer.<Map<String, Object>>at("$"))
			.containsOnlyKeys("id", "state", "candidate", "candidateId", "role", "technology", "level", "targetLevel",
					"panel", "planned", "served", "plan", "openedAt", "createdBy")
			.containsEntry("state", "planned")
			.containsEntry("candidateId", "open-1")
			.containsEntry("technology", "django")
			.containsEntry("level", "mid")
			.containsEntry("targetLevel", "mid")
			.containsEntry("planned", 10)
			.containsEntry("served", 0)
			.containsEntry("createdBy", "admin");
		assertThat(answer.<Map<String, Object>>at("$.candidate")).containsEntry("id", "open-1")
			.containsEntry("name", "Noor Haddad");
		assertThat(answer.<List<String>>at("$.plan[*].level")).containsExactly("junior", "junior", "junior", "mid",
				"mid", "mid", "mid", "mid", "senior", "senior");
		assertThat(answer.<List<Integer>>at("$.plan[*].position")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
		assertThat(answer.<Map<String, Object>>at("$.plan[0]")).containsOnlyKeys("position", "questionId", "revision",
				"level", "topic", "minutes", "reason");
		assertThat(this.api.get("/interviews/" + id).<Map<String, Object>>at("$")).isEqualTo(answer.at("$"));
	}

	@Test
	void openingTellsWhoTheCandidateIsAndWhatIsPlanned() {
		Answer answer = this.api.post("/interviews", body("open-2", ""));
		await().untilAsserted(() -> {
			assertThat(this.topics.read(EventType.CANDIDATE_PROFILED))
				.filteredOn((envelope) -> envelope.event().candidateId().equals("open-2"))
				.singleElement()
				.satisfies((envelope) -> {
					assertThat(envelope.source()).isEqualTo("/question-service");
					assertThat(envelope.event())
						.isEqualTo(new CandidateProfiled("open-2", "Noor Haddad", Map.of("ats", "4711")));
				});
			assertThat(this.topics.read(EventType.INTERVIEW_OPENED))
				.filteredOn((envelope) -> envelope.event().candidateId().equals("open-2"))
				.singleElement()
				.satisfies((envelope) -> assertThat(envelope.event())
					.isEqualTo(new InterviewOpened(answer.at("$.id"), "open-2", "Backend developer", "django",
							Level.MID, List.of("interviewer-1", "interviewer-2"), 10, envelope.time())));
		});
	}

	@Test
	void theSameSeedRepeatsAPlan() {
		List<String> first = plan("seed-1", "\"seed\": 42");
		assertThat(plan("seed-2", "\"seed\": 42")).isEqualTo(first);
	}

	@Test
	void theSeedIsAnsweredToWhoeverGaveIt() {
		Answer given = this.api.post("/interviews", body("seed-3", "\"seed\": -7"));
		assertThat(given.<Integer>at("$.seed")).isEqualTo(-7);
		assertThat(this.api.get("/interviews/" + given.at("$.id")).<Integer>at("$.seed")).isEqualTo(-7);
	}

	@Test
	void plansCountsOrNamedQuestions() {
		Answer counts = this.api.post("/interviews", body("plan-1", "\"plan\": {\"counts\": {\"senior\": 2}}"));
		assertThat(counts.<List<String>>at("$.plan[*].level")).containsExactly("senior", "senior");
		List<String> mid = this.api.get("/questions?technology=django&level=mid&limit=2").at("$.items[*].id");
		List<String> named = plan("plan-2",
				"\"plan\": {\"questionIds\": [\"" + mid.get(1) + "\", \"" + mid.get(0) + "\"]}");
		assertThat(named).containsExactly(mid.get(1), mid.get(0));
	}

	private List<String> plan(String candidate, String more) {
		Answer answer = this.api.post("/interviews", body(candidate, more));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.at("$.plan[*].questionId");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"plan": {"counts": {"mid": 9}}                        | /plan/counts/mid
			"plan": {"counts": {"mid": -1}}                       | /plan/counts/mid
			"plan": {"counts": {}}                                | /plan/counts
			"plan": {"counts": {"mid": "3"}}                      | /plan/counts/mid
			"plan": {"counts": {"mid": 2.5}}                      | /plan/counts/mid
			"plan": {"questionIds": ["nope"]}                     | /plan/questionIds/0
			"plan": {"questionIds": []}                           | /plan/questionIds
			"plan": {"questionIds": ["a/b"]}                      | /plan/questionIds/0
			"plan": {"questionIds": ["a"], "counts": {"mid": 1}}  | /plan
			"plan": {}                                            | /plan
			"plan": {"counts": null}                              | /plan
			"plan": {"counts": {"mid": 1, "senoir": 2}}           | /plan/counts/senoir
			"plan": {"counts": {"senoir": null}}                  | /plan/counts/senoir
			"plan": {"counts": {"mid": 1}, "a/b~": []}            | /plan/a~1b~0
			"plan": {"questionIDs": ["django-mtv"]}               | /plan/questionIDs
			"plan": {"unknown": {"mid": 1}}                       | /plan/unknown
			"technology": "cobol"                                 | /technology
			"technology": " "                                     | /technology
			"level": "expert"                                     | /level
			"level": null                                         | /level
			"panel": []                                           | /panel
			"panel": ["a", "a"]                                   | /panel
			"panel": [" a"]                                       | /panel/0
			"rolle": "x"                                          | /rolle
			"candidate": {"id": "x", "age": 7}                    | /candidate/age
			"panel": null                                         | /panel
			"role": ""                                            | /role
			"candidate": {"id": "a b"}                            | /candidate/id
			"candidate": {"name": "Noor"}                         | /candidate/id
			"candidate": {"id": "x", "name": ""}                  | /candidate/name
			"candidate": null                                     | /candidate
			"seed": "many"                                        | /seed
			""")
	void refusesAnInterviewThatCannotBe(String more, String pointer) {
		Answer answer = this.api.post("/interviews", body("refused", more));
		assertThat(answer.status()).as(answer.body()).isEqualTo(422);
		assertThat(answer.errors()).singleElement().asString().startsWith(pointer + ": ");
		assertThat(this.api.get("/interviews?candidate=refused").<List<Object>>at("$.items")).isEmpty();
		assertThat(this.api.get("/candidates/refused").status()).isEqualTo(404);
	}

	@Test
	void refusesTooManyPanelMembersAndExternalIds() {
		String panel = "\"panel\": [" + numbered(21, "\"p%d\"") + "]";
		assertThat(this.api.post("/interviews", body("refused", panel)).errors()).hasSize(1);
		String ids = "\"candidate\": {\"id\": \"c\", \"externalIds\": {" + numbered(21, "\"s%d\": \"x\"") + "}}";
		assertThat(this.api.post("/interviews", body("refused", ids)).errors()).singleElement()
			.asString()
			.startsWith("/candidate/externalIds: ");
	}

	private static String numbered(int count, String pattern) {
		List<String> entries = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			entries.add(pattern.formatted(number));
		}
		return String.join(", ", entries);
	}

	@Test
	void namesEveryUnknownFieldOfAPlan() {
		Answer answer = this.api.post("/interviews",
				body("refused", "\"plan\": {\"x\": 1, \"counts\": {\"y\": {\"z\": 1}, \"w\": [2]}}"), "Idempotency-Key",
				"unknown-k");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.<List<String>>at("$.errors[*].pointer")).containsExactlyInAnyOrder("/plan/x",
				"/plan/counts/y", "/plan/counts/w");
	}

	@Test
	void refusesABodyThatIsNotJson() {
		assertThat(this.api.post("/interviews", "{\"role\": ").status()).isEqualTo(400);
		assertThat(this.api.post("/interviews", "").status()).isEqualTo(400);
	}

	@Test
	void theSameKeyOpensOneInterview() {
		String body = body("key-1", "");
		Answer first = this.api.post("/interviews", body, "Idempotency-Key", "open-k");
		Answer again = this.api.post("/interviews", body, "Idempotency-Key", "open-k");
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.<Map<String, Object>>at("$")).isEqualTo(first.at("$"));
		assertThat(this.api.post("/interviews", body("key-2", ""), "Idempotency-Key", "open-k").status())
			.isEqualTo(409);
		assertThat(this.api.get("/interviews?candidate=key-1").<List<Object>>at("$.items")).hasSize(1);
	}

	@Test
	void theTechnologyIsSpelledAsInTheHub() {
		Answer answer = this.api.post("/interviews", body("spelling", "\"technology\": \"DJANGO\""));
		assertThat(answer.<String>at("$.technology")).isEqualTo("django");
	}

	@Test
	void anUnknownInterviewIsNotFound() {
		assertThat(this.api.get("/interviews/nope").status()).isEqualTo(404);
		assertThat(this.api.post("/interviews/nope/served", "").status()).isEqualTo(404);
		assertThat(this.api.post("/interviews/nope/close", "{\"outcome\": \"completed\"}").status()).isEqualTo(404);
	}

	@Test
	void everyCallNeedsItsScopeOrAPlaceOnThePanel() {
		String path = "/interviews/" + this.api.post("/interviews", body("scope-1", "")).<String>at("$.id");
		Api reader = Api.as(this.port, "reader", "interviews:read");
		assertThat(reader.post("/interviews", body("scope-1", "")).status()).isEqualTo(403);
		assertThat(reader.get(path).status()).isEqualTo(200);
		assertThat(reader.post(path + "/served", "").status()).isEqualTo(403);
		assertThat(reader.post(path + "/close", "{\"outcome\": \"completed\"}").status()).isEqualTo(403);
		Api member = Api.as(this.port, "interviewer-1");
		assertThat(member.get("/interviews").status()).isEqualTo(403);
		assertThat(member.get(path).status()).isEqualTo(200);
		assertThat(member.post(path + "/served", "").status()).isEqualTo(201);
		assertThat(member.post(path + "/close", "{\"outcome\": \"completed\"}").status()).isEqualTo(200);
		assertThat(Api.as(this.port, "stranger").get(path).status()).isEqualTo(403);
	}

	@Test
	void aStrangerLearnsNotWhetherThereIsAnInterview() {
		String id = this.api.post("/interviews", body("hidden-1", "")).at("$.id");
		Api stranger = Api.as(this.port, "stranger", "interviews:write");
		Answer hidden = stranger.get("/interviews/" + id);
		Answer unknown = stranger.get("/interviews/nope");
		assertThat(unknown.status()).isEqualTo(hidden.status()).isEqualTo(403);
		assertThat(unknown.<String>at("$.detail")).isEqualTo(hidden.at("$.detail"));
		assertThat(Api.as(this.port, "reader", "interviews:read").get("/interviews/nope").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			POST | /interviews          | application/json | {"role":
			POST | /interviews          | application/json | {"plan": {"x": 1}}
			POST | /interviews          | text/plain       | x
			PUT  | /candidates/scope-2  | application/json | {"name":
			PUT  | /candidates/scope-2  | application/json | {"name": ""}
			PUT  | /candidates/scope-2  | text/plain       | x
			PUT  | /candidates/a%20b    | application/json | {}
			""")
	void theScopeIsAskedForBeforeTheBody(String method, String path, String type, String content) {
		Answer refused = Api.as(this.port, "interviewer-1", "interviews:read")
			.send(HttpMethod.valueOf(method), path, type, content);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.<String>at("$.detail")).isEqualTo("The scope 'interviews:write' is required");
		assertThat(this.api.send(HttpMethod.valueOf(method), path, type, content).status()).isIn(400, 415, 422);
	}

}
