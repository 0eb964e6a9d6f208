package org.vivavoce.question.candidate;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.Event;
import org.vivavoce.contracts.EventType;
import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.QuestionServiceTest;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vivavoce.question.SampleInterviews.body;

@QuestionServiceTest
class CandidateIntegrationTests {

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
	void profilesAPersonAndTellsIt() {
		Answer answer = this.api.put("/candidates/put-1",
				"{\"name\": \"Noor\", \"externalIds\": {\"b.c\": \"2\", \"$a\": \"1\"}}");
		assertThat(answer.status()).isEqualTo(422);
		answer = this.api.put("/candidates/put-1",
				"{\"name\": \"Noor\", \"externalIds\": {\"b.c\": \"2\", \"a\": \"1\"}}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.<Map<String, Object>>at("$")).containsEntry("id", "put-1")
			.containsEntry("name", "Noor")
			.containsEntry("externalIds", Map.of("a", "1", "b.c", "2"));
		assertThat(this.api.get("/candidates/put-1").<Map<String, Object>>at("$")).isEqualTo(answer.at("$"));
		await().untilAsserted(() -> assertThat(events("put-1"))
			.containsExactly(new CandidateProfiled("put-1", "Noor", Map.of("a", "1", "b.c", "2"))));
	}

	@Test
	void theSameProfileAgainIsNoEvent() {
		Answer first = this.api.put("/candidates/put-2", "{\"name\": \"Noor\"}");
		Answer again = this.api.put("/candidates/put-2", "{\"name\": \"Noor\"}");
		assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
		this.api.put("/candidates/put-2", "{}");
		await().untilAsserted(() -> assertThat(events("put-2")).containsExactly(
				new CandidateProfiled("put-2", "Noor", Map.of()), new CandidateProfiled("put-2", null, Map.of())));
	}

	@Test
	void aStaleProfileIsRefused() {
		String tag = this.api.put("/candidates/put-3", "{\"name\": \"One\"}").header("ETag");
		assertThat(this.api.put("/candidates/put-3", "{\"name\": \"Two\"}", "If-Match", tag).status()).isEqualTo(200);
		assertThat(this.api.put("/candidates/put-3", "{\"name\": \"Three\"}", "If-Match", tag).status()).isEqualTo(412);
		assertThat(this.api.delete("/candidates/put-3", "If-Match", tag).status()).isEqualTo(412);
		assertThat(this.api.put("/candidates/put-4", "{}", "If-Match", "*").status()).isEqualTo(412);
		assertThat(this.api.get("/candidates/put-3").<String>at("$.name")).isEqualTo("Two");
	}

	@Test
	void refusesAProfileThatIsTooLarge() {
		assertThat(this.api.put("/candidates/put-5", "{\"name\": \"" + "x".repeat(201) + "\"}").errors())
			.singleElement()
			.asString()
			.startsWith("/name: ");
		assertThat(this.api.put("/candidates/a%20b", "{}").status()).isEqualTo(400);
		assertThat(this.api.put("/candidates/" + "x".repeat(129), "{}").status()).isEqualTo(400);
	}

	@Test
	void forgetsAPersonWithAllInterviewsAndTellsIt() {
		String interview = this.api.post("/interviews", body("forget-1", "")).at("$.id");
		assertThat(this.api.delete("/candidates/forget-1").status()).isEqualTo(204);
		assertThat(this.api.get("/candidates/forget-1").status()).isEqualTo(404);
		assertThat(this.api.get("/interviews/" + interview).status()).isEqualTo(404);
		assertThat(this.api.post("/interviews/" + interview + "/served", "").status()).isEqualTo(404);
		assertThat(this.api.get("/interviews?candidate=forget-1").<List<Object>>at("$.items")).isEmpty();
		await()
			.untilAsserted(() -> assertThat(events("forget-1")).last().isEqualTo(new CandidateForgotten("forget-1")));
	}

	@Test
	void forgetsSomebodyWhomOnlyOthersKnow() {
		assertThat(this.api.delete("/candidates/forget-2").status()).isEqualTo(204);
		await().untilAsserted(() -> assertThat(events("forget-2")).containsExactly(new CandidateForgotten("forget-2")));
		assertThat(this.api.delete("/candidates/forget-2").status()).isEqualTo(204);
	}

	@Test
	void whoComesBackStartsAfresh() {
		this.api.post("/interviews", body("forget-3", ""));
		this.api.delete("/candidates/forget-3");
		Answer back = this.api.post("/interviews", body("forget-3", "\"candidate\": {\"id\": \"forget-3\"}"));
		assertThat(back.status()).isEqualTo(201);
		assertThat(back.<Map<String, Object>>at("$.candidate")).containsOnlyKeys("id");
		assertThat(this.api.get("/interviews?candidate=forget-3").<List<Object>>at("$.items")).hasSize(1);
		await().untilAsserted(() -> assertThat(events("forget-3")).last()
			.isEqualTo(new CandidateProfiled("forget-3", null, Map.of())));
	}

	@Test
	void anInterviewThatNamesNobodyKeepsTheProfile() {
		this.api.put("/candidates/mention", "{\"name\": \"Noor\", \"externalIds\": {\"ats\": \"1\"}}");
		Answer answer = this.api.post("/interviews", body("mention", "\"candidate\": {\"id\": \"mention\"}"));
		assertThat(answer.<String>at("$.candidate.name")).isEqualTo("Noor");
		assertThat(this.api.get("/candidates/mention").<Map<String, Object>>at("$.externalIds"))
			.isEqualTo(Map.of("ats", "1"));
	}

	@Test
	void everyCallNeedsItsScope() {
		Api reader = Api.as(this.port, "reader", "interviews:read");
		assertThat(reader.put("/candidates/scope", "{}").status()).isEqualTo(403);
		assertThat(reader.delete("/candidates/scope").status()).isEqualTo(403);
		assertThat(reader.get("/candidates/scope").status()).isEqualTo(404);
		assertThat(Api.as(this.port, "writer", "interviews:write").get("/candidates/scope").status()).isEqualTo(403);
	}

	private List<Event> events(String candidate) {
		return this.topics.read(EventType.CANDIDATE_PROFILED)
			.stream()
			.map(Envelope::event)
			.filter((event) -> event.candidateId().equals(candidate))
			.toList();
	}

}
