package org.vivavoce.scoring.panel;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

import org.vivavoce.contracts.AnswerScored;
import org.vivavoce.contracts.Envelope;
import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.scoring.PanelMember;
import org.vivavoce.scoring.ScoringTest;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vivavoce.scoring.Interviews.closed;
import static org.vivavoce.scoring.Interviews.opened;
import static org.vivavoce.scoring.Interviews.question;
import static org.vivavoce.scoring.Interviews.served;
import static org.vivavoce.scoring.PanelMember.SOLID;

@ScoringTest
class RatingIntegrationTests {

	@Autowired
	private TestTopics topics;

	@LocalServerPort
	private int port;

	private PanelMember one = PanelMember.named("interviewer-1", 0);

	private PanelMember two = this.one;

	private String interview = "";

	private String candidate = "";

	private String answer = "";

	@BeforeEach
	void interview(TestInfo test) {
		String name = test.getTestMethod().orElseThrow().getName()
				+ Integer.toHexString(test.getDisplayName().hashCode());
		this.interview = "int-" + name;
		this.candidate = "cand-" + name;
		this.answer = "/" + this.interview + "/answers/q-1";
		this.one = PanelMember.named("interviewer-1", this.port);
		this.two = PanelMember.named("interviewer-2", this.port);
	}

	private void serve() {
		this.topics.send(opened(this.interview, this.candidate, 0),
				served(this.interview, this.candidate, 1, "q-1", 5));
		this.one.await(this.interview, 1);
	}

	@Test
	void aRatingThatComesBeforeItsQuestionIsAskedToTryAgain() {
		this.one.put(this.answer, SOLID)
			.expectStatus()
			.isEqualTo(409)
			.expectHeader()
			.valueEquals("Retry-After", "1")
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("https://vivavoce.org/problems/question-not-served")
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains("try again", "q-1", this.interview));
		this.topics.send(served(this.interview, this.candidate, 1, "q-1", 5));
		await().atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(50))
			.untilAsserted(() -> this.one.put(this.answer, SOLID)
				.expectStatus()
				.isOk()
				.expectBody()
				.jsonPath("$.revision")
				.isEqualTo(1));
		this.one.put("/" + this.interview + "/answers/q-2", SOLID).expectStatus().isEqualTo(409);
	}

	@Test
	void aQuestionThatAClosedInterviewDidNotAskIsNotWaitedFor() {
		serve();
		String other = "/" + this.interview + "/answers/q-2";
		this.one.put(other, SOLID).expectStatus().isEqualTo(409).expectHeader().valueEquals("Retry-After", "1");
		this.topics.send(closed(this.interview, this.candidate, InterviewOutcome.COMPLETED, 30));
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> this.one.put(other, SOLID)
				.expectStatus()
				.isEqualTo(409)
				.expectHeader()
				.doesNotExist("Retry-After")
				.expectBody()
				.jsonPath("$.type")
				.isEqualTo("https://vivavoce.org/problems/question-not-served")
				.jsonPath("$.detail")
				.value(String.class, (detail) -> assertThat(detail).contains("is closed", "q-2", "was not asked")));
	}

	@Test
	void revisionsGrowWithTheContentAndEachIsPublished() {
		serve();
		String body = "{\"rating\": null, \"redFlag\": true, \"keyPointsHeard\": [\"select-related\", \"count\", \"count\"],"
				+ " \"notes\": \"Hm.\"}";
		this.one.put(this.answer, SOLID).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");
		this.one.put(this.answer, SOLID).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");
		this.one.put(this.answer, body)
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("ETag", "\"2\"")
			.expectBody()
			.jsonPath("$.rating")
			.hasJsonPath()
			.jsonPath("$.rating")
			.isEmpty()
			.jsonPath("$.keyPointsHeard")
			.isEqualTo(List.of("count", "select-related"))
			.jsonPath("$.notes")
			.isEqualTo("Hm.")
			.jsonPath("$.interviewer")
			.isEqualTo("interviewer-1")
			.jsonPath("$.questionRevision")
			.isEqualTo(1)
			.jsonPath("$.scoredAt")
			.exists();
		this.one.put(this.answer, SOLID)
			.expectBody()
			.jsonPath("$.revision")
			.isEqualTo(3)
			.jsonPath("$.notes")
			.doesNotExist();
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(published()).hasSize(3));
		assertThat(published()).extracting(AnswerScored::revision).containsExactly(1, 2, 3);
		assertThat(published()).extracting(AnswerScored::rating).containsExactly(3, null, 3);
		assertThat(published()).allSatisfy((event) -> {
			assertThat(event.submittedBy()).isEqualTo("interviewer-1");
			assertThat(event.interviewId()).isEqualTo(this.interview);
		});
		this.one.get(this.answer).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"3\"");
		this.two.get(this.answer).expectStatus().isNotFound();
	}

	private List<AnswerScored> published() {
		return this.topics.read(EventType.ANSWER_SCORED)
			.stream()
			.map(Envelope::event)
			.map(AnswerScored.class::cast)
			.filter((event) -> event.candidateId().equals(this.candidate))
			.distinct()
			.sorted(java.util.Comparator.comparing(AnswerScored::interviewer).thenComparing(AnswerScored::revision))
			.toList();
	}

	@Test
	void conditionsAreHeldAgainstTheCallersOwnRating() {
		serve();
		this.one.put(this.answer, SOLID, "If-Match", "\"1\"").expectStatus().isEqualTo(412);
		this.one.put(this.answer, SOLID, "If-Match", "*").expectStatus().isEqualTo(412);
		this.one.put(this.answer, SOLID, "If-None-Match", "*").expectStatus().isOk();
		this.one.put(this.answer, SOLID, "If-None-Match", "*").expectStatus().isEqualTo(412);
		this.one.put(this.answer, rating(4), "If-Match", "\"1\"").expectStatus().isOk();
		this.one.put(this.answer, rating(1), "If-Match", "\"1\"")
			.expectStatus()
			.isEqualTo(412)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		this.one.get(this.answer).expectBody().jsonPath("$.rating").isEqualTo(4);
		this.two.put(this.answer, SOLID, "If-None-Match", "*").expectStatus().isOk();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"redFlag": false}                                                      | /rating
			{"rating": 0, "redFlag": false}                                         | /rating
			{"rating": 5, "redFlag": false}                                         | /rating
			{"rating": 2.5, "redFlag": false}                                       | /rating
			{"rating": 99999999999, "redFlag": false}                               | /rating
			{"rating": "3", "redFlag": false}                                       | /rating
			{"rating": [3], "redFlag": false}                                       | /rating
			{"rating": 3}                                                           | /redFlag
			{"rating": 3, "redFlag": null}                                          | /redFlag
			{"rating": 3, "redFlag": "no"}                                          | /redFlag
			{"rating": 3, "redFlag": 0}                                             | /redFlag
			{"rating": 3, "redFlag": false, "keyPointsHeard": "count"}              | /keyPointsHeard
			{"rating": 3, "redFlag": false, "keyPointsHeard": [null]}               | /keyPointsHeard/0
			{"rating": 3, "redFlag": false, "keyPointsHeard": ["count", "unheard"]} | /keyPointsHeard/1
			{"rating": 3, "redFlag": false, "notes": 7}                             | /notes
			""")
	void aRatingThatIsNotValidIsRefusedByPointer(String body, String pointer) {
		serve();
		this.one.put(this.answer, body)
			.expectStatus()
			.isEqualTo(422)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo(pointer)
			.jsonPath("$.errors.length()")
			.isEqualTo(1);
		this.one.get(this.answer).expectStatus().isNotFound();
	}

	@Test
	void notesAreBounded() {
		serve();
		this.one.put(this.answer, notes("x".repeat(10_000))).expectStatus().isOk();
		this.one.put(this.answer, notes("x".repeat(10_001)))
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].pointer")
			.isEqualTo("/notes");
		this.one.put(this.answer, "{\"rating\":").expectStatus().isBadRequest();
	}

	@Test
	void allFaultsAreReportedAtOnce() {
		serve();
		this.one.put(this.answer, "{}")
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors.length()")
			.isEqualTo(2);
	}

	@Test
	void ratingsOfManyMembersAtOnceAllSurvive() {
		List<String> panel = IntStream.rangeClosed(1, 20).mapToObj("member-%02d"::formatted).toList();
		this.topics.send(served(this.interview, this.candidate, panel, 1, question("q-1", 1), 5));
		PanelMember.named("member-01", this.port).await(this.interview, 1);
		Flux.fromIterable(panel)
			.flatMap((member) -> Mono
				.fromRunnable(() -> PanelMember.named(member, this.port).put(this.answer, SOLID).expectStatus().isOk())
				.subscribeOn(Schedulers.boundedElastic()), 20)
			.blockLast(Duration.ofSeconds(60));
		PanelMember.named("member-01", this.port)
			.get("/" + this.interview)
			.expectBody()
			.jsonPath("$.questions[0].scoredBy")
			.isEqualTo(panel);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(published()).extracting(AnswerScored::interviewer).isEqualTo(panel));
	}

	@Test
	void ratingsSurviveFurtherEventsAndCanBeCorrectedAfterTheClosing() {
		serve();
		this.one.put(this.answer, SOLID).expectStatus().isOk();
		this.topics.send(served(this.interview, this.candidate, 2, "q-2", 8),
				closed(this.interview, this.candidate, InterviewOutcome.COMPLETED, 30));
		this.one.await(this.interview, 2);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> this.one.get("/" + this.interview)
				.expectBody()
				.jsonPath("$.state")
				.isEqualTo("closed")
				.jsonPath("$.outcome")
				.isEqualTo("completed")
				.jsonPath("$.questions[0].mine.rating")
				.isEqualTo(3));
		this.one.put(this.answer, rating(2)).expectBody().jsonPath("$.revision").isEqualTo(2);
		this.two.put(this.answer, rating(4)).expectBody().jsonPath("$.revision").isEqualTo(1);
	}

	private static String rating(int rating) {
		return "{\"rating\": " + rating + ", \"redFlag\": false}";
	}

	private static String notes(String notes) {
		return "{\"rating\": 3, \"redFlag\": false, \"notes\": \"" + notes + "\"}";
	}

}
