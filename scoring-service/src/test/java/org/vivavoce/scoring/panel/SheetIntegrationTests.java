package org.vivavoce.scoring.panel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.contracts.CandidateForgotten;
import org.vivavoce.contracts.CandidateProfiled;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.RecommendationGiven;
import org.vivavoce.scoring.Interviews;
import org.vivavoce.scoring.PanelMember;
import org.vivavoce.scoring.ScoringTest;
import org.vivavoce.testing.TestTopics;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vivavoce.scoring.Interviews.closed;
import static org.vivavoce.scoring.Interviews.opened;
import static org.vivavoce.scoring.Interviews.served;
import static org.vivavoce.scoring.PanelMember.SOLID;
import static org.vivavoce.scoring.PanelMember.YES;

@ScoringTest
class SheetIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@Autowired
	private TestTopics topics;

	@LocalServerPort
	private int port;

	private PanelMember one = PanelMember.named("interviewer-1", 0);

	private PanelMember two = this.one;

	private String interview = "";

	private String candidate = "";

	private String sheet = "";

	@BeforeEach
	void interview(TestInfo test) {
		String name = test.getTestMethod().orElseThrow().getName();
		this.interview = "int-" + name;
		this.candidate = "cand-" + name;
		this.sheet = "/" + this.interview;
		this.one = PanelMember.named("interviewer-1", this.port);
		this.two = PanelMember.named("interviewer-2", this.port);
	}

	private void serve() {
		this.topics.send(new CandidateProfiled(this.candidate, "Ada", Map.of()),
				opened(this.interview, this.candidate, 0), served(this.interview, this.candidate, 2, "q-2", 9),
				served(this.interview, this.candidate, 1, "q-1", 5));
		this.one.await(this.interview, 2);
	}

	@Test
	void theSheetShowsWhatWasServedWithItsRubric() {
		serve();
		this.one.get(this.sheet)
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.candidateId")
			.isEqualTo(this.candidate)
			.jsonPath("$.state")
			.isEqualTo("in-progress")
			.jsonPath("$.targetLevel")
			.isEqualTo("mid")
			.jsonPath("$.panel")
			.isEqualTo(List.of("interviewer-1", "interviewer-2"))
			.jsonPath("$.planned")
			.isEqualTo(10)
			.jsonPath("$.questions[*].question.id")
			.isEqualTo(List.of("q-1", "q-2"))
			.jsonPath("$.questions[0].question.keyPoints[0].id")
			.isEqualTo("select-related")
			.jsonPath("$.questions[0].question.ratingAnchors[0].rating")
			.isEqualTo(1)
			.jsonPath("$.questions[0].servedAt")
			.isEqualTo("2026-05-04T08:05:00Z")
			.jsonPath("$.questions[0].mine")
			.hasJsonPath()
			.jsonPath("$.questions[0].mine")
			.isEmpty()
			.jsonPath("$.recommendation")
			.hasJsonPath()
			.jsonPath("$.othersVisible")
			.isEqualTo(false);
	}

	@Test
	void anInterviewThatWasOnlyPlannedHasASheet() {
		this.topics.send(opened(this.interview, this.candidate, 0));
		this.one.await(this.interview, 0);
		this.one.get(this.sheet).expectBody().jsonPath("$.state").isEqualTo("planned");
	}

	@Test
	void anUnknownSheetIsNotFoundForNow() {
		this.one.get(this.sheet)
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.valueEquals("Retry-After", "1")
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		this.one.put(this.sheet + "/recommendation", YES)
			.expectStatus()
			.isEqualTo(409)
			.expectHeader()
			.valueEquals("Retry-After", "1");
		this.one.put("/no id/recommendation", YES).expectStatus().isNotFound();
		this.one.put(this.sheet + "/answers/no id", SOLID).expectStatus().isNotFound();
	}

	@Test
	void ratingsAreHiddenUntilTheViewerHasRecommended() {
		serve();
		this.two.put(this.sheet + "/answers/q-1", "{\"rating\": 1, \"redFlag\": true, \"notes\": \"secret\"}")
			.expectStatus()
			.isOk();
		this.two.put(this.sheet + "/recommendation", "{\"overall\": \"definitely-not\", \"summary\": \"secret\"}")
			.expectStatus()
			.isOk();
		this.one.put(this.sheet + "/answers/q-1", SOLID).expectStatus().isOk();
		this.one.get(this.sheet)
			.expectBody(String.class)
			.value((body) -> assertThat(body).doesNotContain("secret", "definitely-not"));
		this.one.get(this.sheet)
			.expectBody()
			.jsonPath("$.questions[0].scoredBy")
			.isEqualTo(List.of("interviewer-1", "interviewer-2"))
			.jsonPath("$.questions[0].mine.rating")
			.isEqualTo(3)
			.jsonPath("$.questions[0].ratings")
			.isEmpty()
			.jsonPath("$.recommendedBy")
			.isEqualTo(List.of("interviewer-2"))
			.jsonPath("$.recommendations")
			.isEmpty();
		this.one.put(this.sheet + "/recommendation", YES).expectStatus().isOk();
		this.one.get(this.sheet)
			.expectBody()
			.jsonPath("$.othersVisible")
			.isEqualTo(true)
			.jsonPath("$.questions[0].ratings[0].rating")
			.isEqualTo(1)
			.jsonPath("$.questions[0].ratings.length()")
			.isEqualTo(1)
			.jsonPath("$.recommendation.overall")
			.isEqualTo("yes")
			.jsonPath("$.recommendations[0].overall")
			.isEqualTo("definitely-not");
	}

	@Test
	void aClosedInterviewIsOpenToThePanel() {
		serve();
		this.two.put(this.sheet + "/answers/q-1", SOLID).expectStatus().isOk();
		this.topics.send(closed(this.interview, this.candidate, InterviewOutcome.ABANDONED, 30));
		await().atMost(LONG)
			.untilAsserted(() -> this.one.get(this.sheet)
				.expectBody()
				.jsonPath("$.questions[0].ratings[0].interviewer")
				.isEqualTo("interviewer-2"));
	}

	@Test
	void recommendationsHaveRevisionsAndArePublished() {
		serve();
		String path = this.sheet + "/recommendation";
		this.one.get(path).expectStatus().isNotFound();
		this.one.put(path, YES, "If-None-Match", "*").expectHeader().valueEquals("ETag", "\"1\"");
		this.one.put(path, YES).expectHeader().valueEquals("ETag", "\"1\"");
		this.one.put(path, "{\"overall\": \"strong-yes\"}", "If-Match", "\"1\"")
			.expectBody()
			.jsonPath("$.revision")
			.isEqualTo(2)
			.jsonPath("$.summary")
			.doesNotExist()
			.jsonPath("$.givenAt")
			.exists();
		this.one.put(path, YES, "If-Match", "\"1\"").expectStatus().isEqualTo(412);
		this.one.get(path).expectHeader().valueEquals("ETag", "\"2\"");
		await().atMost(LONG)
			.untilAsserted(() -> assertThat(this.topics.read(EventType.RECOMMENDATION_GIVEN)
				.stream()
				.map(Envelope::event)
				.map(RecommendationGiven.class::cast)
				.filter((event) -> event.interviewId().equals(this.interview))
				.map(RecommendationGiven::revision)
				.distinct()).containsExactly(1, 2));
		for (String body : List.of("{}", "{\"overall\": \"maybe\"}", "{\"overall\": null}", "{\"overall\": 1}")) {
			this.one.put(path, body)
				.expectStatus()
				.isEqualTo(422)
				.expectBody()
				.jsonPath("$.errors[0].pointer")
				.isEqualTo("/overall");
		}
	}

	@Test
	void onlyThePanelIsLetIn() {
		serve();
		PanelMember admin = new PanelMember(this.port, Tokens.of("boss", "admin", "interviews:write", "reports:read"));
		admin.get(this.sheet).expectStatus().isForbidden();
		admin.get(this.sheet + "/answers/q-1").expectStatus().isForbidden();
		admin.put(this.sheet + "/answers/q-1", SOLID).expectStatus().isForbidden();
		admin.put(this.sheet + "/recommendation", YES)
			.expectStatus()
			.isForbidden()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		admin.get("").expectStatus().isOk().expectBody().jsonPath("$.items").isEmpty();
		for (String token : List.of(Tokens.foreign("interviewer-1"), Tokens.expired("interviewer-1"),
				Tokens.unsigned("interviewer-1"), Tokens.confused("interviewer-1"))) {
			new PanelMember(this.port, token).put(this.sheet + "/answers/q-1", SOLID).expectStatus().isUnauthorized();
		}
		new PanelMember(this.port, null).get(this.sheet).expectStatus().isUnauthorized();
	}

	@Test
	void anUnchangedSheetIsNotSentAgain() {
		serve();
		String tag = Objects
			.requireNonNull(this.one.get(this.sheet).returnResult(Void.class).getResponseHeaders().getETag());
		this.one.get(this.sheet, tag).expectStatus().isNotModified();
		this.two.get(this.sheet, tag).expectStatus().isOk();
		this.two.put(this.sheet + "/answers/q-1", SOLID).expectStatus().isOk();
		this.one.get(this.sheet, tag).expectStatus().isOk();
	}

	@Test
	void aForgottenPersonLeavesNothingBehind() {
		serve();
		this.one.put(this.sheet + "/answers/q-1", SOLID).expectStatus().isOk();
		this.topics.send(new CandidateForgotten(this.candidate));
		await().atMost(LONG)
			.untilAsserted(() -> this.one.get("")
				.expectBody()
				.jsonPath("$.items[*].interviewId")
				.value(List.class, (listed) -> assertThat(listed).asList().doesNotContain(this.interview)));
		goneForGood();
		this.topics.send(served(this.interview, this.candidate, 1, "q-1", 5));
		this.topics.send(opened(this.interview + "-again", this.candidate,
				(int) Duration.between(Interviews.START, Instant.now()).toMinutes() + 2));
		this.one.await(this.interview + "-again", 0);
		goneForGood();
	}

	private void goneForGood() {
		this.one.get(this.sheet).expectStatus().isNotFound().expectHeader().doesNotExist("Retry-After");
		for (Map.Entry<String, String> write : Map.of("/answers/q-1", SOLID, "/recommendation", YES).entrySet()) {
			this.one.put(this.sheet + write.getKey(), write.getValue())
				.expectStatus()
				.isEqualTo(409)
				.expectHeader()
				.doesNotExist("Retry-After")
				.expectBody()
				.jsonPath("$.type")
				.isEqualTo("https://vivavoce.org/problems/candidate-forgotten");
		}
	}

	@Test
	void recordsThatCannotBeReadAreSkipped() {
		this.topics.sendRaw(EventType.QUESTION_SERVED, this.candidate, "{\"interviewId\":", Map.of("ce_id", "p-1"));
		this.topics.sendRaw(EventType.QUESTION_SERVED, this.candidate, null, Map.of());
		this.topics.sendRaw(EventType.INTERVIEW_OPENED, null, "[]", Map.of());
		serve();
		assertThat(this.topics.deadLetters(EventType.QUESTION_SERVED)).as("report-service sets them aside").isEmpty();
	}

	@Test
	void theApiIsDocumented() {
		WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.build()
			.get()
			.uri("/docs/scoring-service.json")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.openapi")
			.value(String.class, (version) -> assertThat(version).startsWith("3.1"))
			.jsonPath("$.paths.length()")
			.isEqualTo(7)
			.jsonPath("$.paths['/api/v1/score-sheets/{interviewId}/answers/{questionId}'].put.responses['409']")
			.exists()
			.jsonPath("$.components.schemas.AnswerRequest.properties.rating.maximum")
			.isEqualTo(4)
			.jsonPath("$.components.schemas.AnswerRequest.properties.rating.type")
			.isEqualTo(List.of("integer", "null"))
			.jsonPath("$.components.schemas.AnswerRequest.properties.rating.['$ref']")
			.doesNotExist()
			.jsonPath("$.paths[*][*].responses['200'].content['application/json'].schema['$ref']")
			.value(List.class, (schemas) -> assertThat(schemas).hasSize(8))
			.jsonPath("$.paths[*][*].responses['200'].content['application/json'].example")
			.value(List.class, (examples) -> assertThat(examples).hasSize(8))
			.jsonPath("$.components.schemas.AnswerRequest.required")
			.value(List.class, (required) -> assertThat(required).asList().contains("rating", "redFlag"));
	}

}
