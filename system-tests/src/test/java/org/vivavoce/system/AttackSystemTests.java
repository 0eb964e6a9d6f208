package org.vivavoce.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.Pipeline;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * One attack for each item of the OWASP API Security Top 10 of 2023.
 */
class AttackSystemTests {

	private final StandaloneProcess pipeline = Pipeline.shared();

	private final Access access = new Access(this.pipeline);

	/**
	 * An interview of one panel member with one question served.
	 */
	private Target target(String candidate) {
		String interview = this.pipeline.as("recruiter")
			.post("/interviews",
					"""
							{"candidate": {"id": "%s", "name": "Noor"}, "role": "Developer", "technology": "django",
							"level": "mid", "panel": ["interviewer-1"], "seed": 9, "plan": {"counts": {"mid": 4}}}"""
						.formatted(candidate))
			.require(201)
			.json()
			.get("id")
			.asString();
		String question = this.pipeline.as("interviewer-1")
			.post("/interviews/" + interview + "/served", null)
			.require(201)
			.json()
			.at("/question/id")
			.asString();
		this.pipeline.as("interviewer-1").patiently("GET", "/score-sheets/" + interview, null).require(200);
		return new Target(interview, question);
	}

	private record Target(String interview, String question) {

		String sheet() {
			return "/score-sheets/" + this.interview;
		}

		String answer() {
			return sheet() + "/answers/" + this.question;
		}

	}

	@Test
	void api1SomebodyElsesScoreSheetIsNeitherReadNorWritten() {
		Target target = target("attack-1");
		Api outsider = this.pipeline.as("interviewer-2");
		assertThat(outsider.get(target.sheet()).require(403).body()).doesNotContain(target.question());
		outsider.put(target.answer(), "{\"rating\":1,\"redFlag\":true}").require(403);
		outsider.put(target.sheet() + "/recommendation", "{\"overall\":\"no\"}").require(403);
		JsonNode sheet = this.pipeline.as("interviewer-1").get(target.sheet()).require(200).json();
		assertThat(sheet.at("/questions/0/mine").toString()).isEqualTo("null");
		assertThat(sheet.at("/recommendation").toString()).isEqualTo("null");
	}

	@Test
	void api2ForgedTokensAreRefused() throws Exception {
		Map<String, String> forged = ForgedTokens.all(this.access.token("dashboard"),
				Files.readString(this.pipeline.data().resolve("keys/public.pem")));
		forged.forEach(
				(how, token) -> assertThat(this.access.ask(token, "GET", "/api/v1/scorecards", null).status()).as(how)
					.isEqualTo(401));
		String genuine = this.access.token("dashboard");
		assertThat(this.access.ask(null, "GET", "/api/v1/scorecards?access_token=" + genuine, null).status())
			.as("in the address, where logs keep it")
			.isEqualTo(401);
	}

	@Test
	void api3FieldsThatAreNotTheCallersAreNotTaken() {
		Target target = target("attack-3");
		this.pipeline.as("interviewer-1").put(target.answer(), """
				{"rating":2,"redFlag":false,"interviewer":"interviewer-2","submittedBy":"interviewer-2",
				"revision":99,"candidateId":"somebody-else"}""");
		this.pipeline.as("interviewer-1")
			.patiently("PUT", target.answer(), "{\"rating\":2,\"redFlag\":false,\"notes\":\"mine\"}")
			.require(200);
		JsonNode card = org.awaitility.Awaitility.await()
			.until(() -> this.pipeline.as("dashboard").scorecard("attack-3"),
					(each) -> each.at("/coverage/scored").asInt() == 1);
		JsonNode rating = card.at("/interviews/0/answers/0/ratings/0");
		assertThat(rating.get("interviewer").asString()).isEqualTo("interviewer-1");
		assertThat(rating.get("revision").asInt()).isLessThan(3);
		assertThat(this.pipeline.as("dashboard").get("/scorecards/somebody-else").status()).isEqualTo(404);
	}

	@Test
	void api4RequestsThatAskForTooMuchAreRefused() {
		String recruiter = this.access.token("recruiter");
		assertThat(this.access.ask(recruiter, "GET", "/api/v1/scorecards?limit=100000", null).status()).isEqualTo(400);
		String people = String.join(",", IntStream.range(0, 5_000).mapToObj((each) -> "\"p" + each + "\"").toList());
		assertThat(this.access
			.ask(recruiter, "POST", "/api/v1/interviews",
					"{\"candidate\":{\"id\":\"attack-4\"},\"role\":\"r\",\"technology\":\"django\",\"level\":\"mid\","
							+ "\"panel\":[" + people + "]}")
			.status()).isEqualTo(422);
		assertThat(
				this.access.ask(recruiter, "POST", "/api/v1/interviews", "{\"role\":\"" + "x".repeat(2_000_000) + "\"}")
					.status())
			.isEqualTo(413);
		assertThat(this.access.ask(recruiter, "PUT", "/api/v1/candidates/attack-4", "{\"externalIds\":".repeat(3_000))
			.status()).isBetween(400, 422);
		assertThat(this.access
			.ask(recruiter, "POST", "/api/v1/question-sets",
					"a: &a [x, x]\n" + IntStream.range(0, 40)
						.mapToObj((each) -> "k%d: &n%d [*a, *a, *a, *a]\n".formatted(each, each))
						.reduce("", String::concat))
			.status()).as("aliases that multiply").isEqualTo(422);
	}

	@Test
	void api5WhatIsForAdministratorsIsForThemAlone() {
		for (String role : List.of("recruiter", "interviewer-1", "interviewer-2", "dashboard")) {
			String token = this.access.token(role);
			for (String path : List.of("/api/v1/projections/scorecards", "/api/v1/dead-letters",
					"/api/v1/audit/report-service")) {
				assertThat(this.access.ask(token, "GET", path, null).status()).as(role + " at " + path).isEqualTo(403);
			}
		}
		assertThat(this.access
			.ask(this.access.token("interviewer-1"), "GET", "/api/v1/candidates/attack-5", null,
					"X-HTTP-Method-Override", "DELETE", "X-HTTP-Method", "DELETE")
			.status()).as("the method is the one of the request").isEqualTo(404);
	}

	@Test
	void api6AFloodOfTheSameRequestServesEachQuestionOnce() throws Exception {
		Target target = target("attack-6");
		List<String> served = new ArrayList<>(List.of(target.question()));
		try (ExecutorService many = Executors.newFixedThreadPool(8)) {
			Callable<Answer> next = () -> this.pipeline.as("interviewer-1")
				.call("POST", "/interviews/" + target.interview() + "/served", null);
			List<Future<Answer>> answers = many.invokeAll(IntStream.range(0, 24).mapToObj((each) -> next).toList());
			for (Future<Answer> answer : answers) {
				if (answer.get().status() == 201) {
					served.add(answer.get().json().at("/question/id").asString());
				}
				else {
					answer.get().require(409);
				}
			}
		}
		assertThat(served).hasSize(4).doesNotHaveDuplicates();
	}

	@Test
	void api7NoAddressThatACallerNamesIsEverCalled() throws IOException {
		try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			trap.setSoTimeout(2_000);
			String url = "http://127.0.0.1:" + trap.getLocalPort() + "/";
			this.pipeline.as("recruiter")
				.put("/candidates/attack-7", "{\"name\":\"%1$s\",\"externalIds\":{\"ats\":\"%1$s\"}}".formatted(url))
				.require(200);
			this.access.ask(this.access.token("recruiter"), "POST", "/api/v1/question-sets",
					"!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"" + url
							+ "\"]]]]");
			this.access.ask(this.access.token("dashboard"), "GET", "/api/v1/scorecards", null, "X-Forwarded-Host",
					"127.0.0.1:" + trap.getLocalPort(), "Referer", url);
			assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
		}
	}

	@Test
	void api8NothingButHealthIsOpenAndErrorsTellNothing() {
		for (String path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/configprops",
				"/actuator/loggers", "/actuator/shutdown")) {
			assertThat(this.access.ask(this.access.token("recruiter"), "GET", path, null).status()).as(path)
				.isIn(401, 403, 404);
		}
		Access.Seen broken = this.access.ask(this.access.token("dashboard"), "GET",
				"/api/v1/scorecards?minScore=%27%3B--&cursor=../../etc/passwd", null);
		assertThat(broken.status()).isEqualTo(400);
		assertThat(broken.body()).doesNotContain("Exception", "org.vivavoce.", "\tat ");
		assertThat(this.pipeline.as("dashboard")
			.call("GET", "/scorecards", null, "Origin", "https://evil.example")
			.headers()
			.map()).doesNotContainKey("access-control-allow-origin")
			.containsKeys("x-content-type-options", "content-security-policy");
	}

	@Test
	void api9OldAndUnlistedVersionsDoNotExist() {
		for (String path : List.of("/api/v0/scorecards", "/api/v2/scorecards", "/api/scorecards", "/scorecards.json",
				"/v3/api-docs", "/swagger-ui/oauth2-redirect.html/../../api/v1/internal", "/console", "/h2-console")) {
			assertThat(this.access.ask(this.access.token("admin"), "GET", path, null).status()).as(path).isIn(400, 404);
		}
	}

	@Test
	void api10WhatOtherProducersWriteIsTextAndNeverMarkup() {
		String hostile = "<script>alert(1)</script>\\\"onmouseover=\\\"x";
		this.pipeline.as("recruiter").put("/candidates/attack-10", "{\"name\":\"" + hostile + "\"}").require(200);
		Target target = target("attack-10-b");
		this.pipeline.as("interviewer-1")
			.patiently("PUT", target.answer(),
					"{\"rating\":2,\"redFlag\":false,\"notes\":\"=cmd|' /C calc'!A0 <img src=x onerror=alert(1)>\"}")
			.require(200);
		org.awaitility.Awaitility.await()
			.until(() -> this.pipeline.as("dashboard").scorecard("attack-10-b"),
					(each) -> each.at("/coverage/scored").asInt() == 1);
		String page = this.access
			.ask(this.access.token("dashboard"), "GET", "/scorecards/attack-10-b", null, "Accept", "text/html")
			.body();
		assertThat(page).contains("&lt;img src=x").doesNotContain("<img src=x");
		String csv = this.access
			.ask(this.access.token("dashboard"), "GET", "/api/v1/scorecards/attack-10-b", null, "Accept", "text/csv")
			.body();
		assertThat(csv).as("a cell that a spreadsheet would run").doesNotContain(",=cmd").doesNotContain(",\"=cmd");
	}

}
