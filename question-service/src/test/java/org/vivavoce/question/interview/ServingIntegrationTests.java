package org.vivavoce.question.interview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.contracts.EventType;
import org.vivavoce.contracts.InterviewClosed;
import org.vivavoce.contracts.InterviewOutcome;
import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.QuestionServed;
import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.QuestionServiceTest;
import org.vivavoce.question.SampleSets;
import org.vivavoce.testing.TestTopics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vivavoce.question.SampleInterviews.body;

@QuestionServiceTest
class ServingIntegrationTests {

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
	void servesThePlanInItsOrder() {
		Answer interview = open("order", 3);
		String path = path(interview);
		List<String> planned = interview.at("$.plan[*].questionId");
		for (int position = 1; position <= 3; position++) {
			Answer served = this.api.post(path + "/served", "{}");
			assertThat(served.status()).isEqualTo(201);
			assertThat(served.<Integer>at("$.position")).isEqualTo(position);
			assertThat(served.<Integer>at("$.planned")).isEqualTo(3);
			assertThat(served.<String>at("$.question.id")).isEqualTo(planned.get(position - 1));
			assertThat(served.<String>at("$.question.strongAnswer")).isNotBlank();
		}
		Answer nothing = this.api.post(path + "/served", "");
		assertThat(nothing.status()).isEqualTo(409);
		assertThat(nothing.<String>at("$.detail")).contains("all 3 questions are served");
		Answer after = this.api.get(path);
		assertThat(after.<String>at("$.state")).isEqualTo("in-progress");
		assertThat(after.<Integer>at("$.served")).isEqualTo(3);
		assertThat(after.<List<Integer>>at("$.plan[*].servedPosition")).containsExactly(1, 2, 3);
		assertThat(after.<List<String>>at("$.plan[*].servedBy")).containsOnly("admin");
		assertThat(after.<List<String>>at("$.plan[*].servedAt")).hasSize(3);
	}

	@Test
	void servingTellsTheQuestionWithItsRubric() {
		Answer interview = open("tells", 1);
		Answer served = this.api.post(path(interview) + "/served", "");
		await().untilAsserted(() -> assertThat(served("tells")).singleElement().satisfies((event) -> {
			assertThat(event.interviewId()).isEqualTo(interview.at("$.id"));
			assertThat(event.position()).isEqualTo(1);
			assertThat(event.planned()).isEqualTo(1);
			assertThat(event.panel()).containsExactly("interviewer-1", "interviewer-2");
			assertThat(event.servedBy()).isEqualTo("admin");
			assertThat(event.targetLevel()).isEqualTo(Level.MID);
			assertThat(event.question().id()).isEqualTo(served.at("$.question.id"));
			assertThat(event.question().keyPoints()).hasSizeBetween(2, 5);
			assertThat(event.question().ratingAnchors())
				.hasSize(served.<List<Object>>at("$.question.ratingAnchors").size());
		}));
	}

	@Test
	void jumpsAheadAndGoesOnWithWhatIsLeft() {
		Answer interview = open("jump", 3);
		List<String> planned = interview.at("$.plan[*].questionId");
		String last = planned.getLast();
		Answer jumped = this.api.post(path(interview) + "/served", "{\"questionId\": \"" + last + "\"}");
		assertThat(jumped.<String>at("$.question.id")).isEqualTo(last);
		assertThat(jumped.<Integer>at("$.position")).isEqualTo(1);
		Answer next = this.api.post(path(interview) + "/served", "");
		assertThat(next.<String>at("$.question.id")).isEqualTo(planned.getFirst());
		assertThat(next.<Integer>at("$.position")).isEqualTo(2);
		assertThat(this.api.post(path(interview) + "/served", "{\"questionId\": \"" + last + "\"}").status())
			.isEqualTo(409);
		assertThat(this.api.post(path(interview) + "/served", "{\"questionId\": \"not-planned\"}").status())
			.isEqualTo(409);
		assertThat(this.api.post(path(interview) + "/served", "{\"questionId\": \"a/b\"}").status()).isEqualTo(422);
	}

	@Test
	void servesTheRevisionThatWasPlanned() {
		this.api.importYaml("", SampleSets.set("pin", "mid", "pin-1=Old?"));
		Answer interview = this.api.post("/interviews", body("pin", "\"technology\": \"pin\""));
		this.api.importYaml("", SampleSets.set("pin", "mid", "pin-1=New?"));
		Answer served = this.api.post(path(interview) + "/served", "");
		assertThat(served.<String>at("$.question.prompt")).isEqualTo("Old?");
		assertThat(served.<Integer>at("$.question.revision")).isEqualTo(1);
	}

	@Test
	void thirtyCallsAtTheSameTimeServeEachQuestionOnceAndSkipNoPosition() {
		Answer interview = open("crowd", 8);
		List<Answer> answers = Objects.requireNonNull(Flux.range(0, 30)
			.flatMap((number) -> Mono.fromCallable(() -> this.api.post(path(interview) + "/served", ""))
				.subscribeOn(Schedulers.boundedElastic()), 30)
			.collectList()
			.block());
		List<Answer> served = answers.stream()
			.filter((answer) -> answer.status() == 201)
			.sorted(Comparator.comparing((Answer answer) -> answer.<Integer>at("$.position")))
			.toList();
		assertThat(served).extracting((answer) -> answer.<Integer>at("$.position"))
			.containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
		assertThat(served).extracting((answer) -> answer.<String>at("$.question.id"))
			.isEqualTo(interview.at("$.plan[*].questionId"));
		assertThat(answers).filteredOn((answer) -> answer.status() != 201)
			.hasSize(22)
			.allMatch((answer) -> answer.status() == 409);
		await().untilAsserted(() -> assertThat(served("crowd")).extracting(QuestionServed::position)
			.containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8).boxed().toList()));
	}

	@Test
	void theSameKeyServesOneQuestion() {
		Answer interview = open("key", 3);
		Answer first = this.api.post(path(interview) + "/served", "", "Idempotency-Key", "serve-k");
		Answer again = this.api.post(path(interview) + "/served", "", "Idempotency-Key", "serve-k");
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.<Map<String, Object>>at("$")).isEqualTo(first.at("$"));
		assertThat(this.api
			.post(path(interview) + "/served", "{\"questionId\": \"django-orm\"}", "Idempotency-Key", "serve-k")
			.status()).isEqualTo(409);
		assertThat(this.api.get(path(interview)).<Integer>at("$.served")).isEqualTo(1);
		Answer other = this.api.post(path(interview) + "/served", "", "Idempotency-Key", "serve-l");
		assertThat(other.<Integer>at("$.position")).isEqualTo(2);
	}

	@Test
	void aStaleWriteIsRefusedAndChangesNothing() {
		Answer interview = open("stale", 3);
		String path = path(interview);
		String tag = interview.header("ETag");
		assertThat(this.api.post(path + "/served", "", "If-Match", tag).status()).isEqualTo(201);
		assertThat(this.api.post(path + "/served", "", "If-Match", tag).status()).isEqualTo(412);
		assertThat(this.api.post(path + "/close", "{\"outcome\": \"completed\"}", "If-Match", tag).status())
			.isEqualTo(412);
		assertThat(this.api.get(path).<Integer>at("$.served")).isEqualTo(1);
		String current = this.api.get(path).header("ETag");
		assertThat(this.api.post(path + "/close", "{\"outcome\": \"completed\"}", "If-Match", current).status())
			.isEqualTo(200);
	}

	@Test
	void closesOnceAndTellsIt() {
		Answer interview = open("close", 2);
		String path = path(interview);
		Answer closed = this.api.post(path + "/close", "{\"outcome\": \"abandoned\"}");
		assertThat(closed.status()).isEqualTo(200);
		assertThat(closed.<String>at("$.state")).isEqualTo("closed");
		assertThat(closed.<String>at("$.outcome")).isEqualTo("abandoned");
		assertThat(closed.<String>at("$.closedAt")).isNotBlank();
		Answer again = this.api.post(path + "/close", "{\"outcome\": \"abandoned\"}");
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.header("ETag")).isEqualTo(closed.header("ETag"));
		assertThat(this.api.post(path + "/close", "{\"outcome\": \"completed\"}").status()).isEqualTo(409);
		assertThat(this.api.post(path + "/served", "").status()).isEqualTo(409);
		await().untilAsserted(() -> assertThat(this.topics.read(EventType.INTERVIEW_CLOSED))
			.filteredOn((envelope) -> envelope.event().candidateId().equals("close"))
			.singleElement()
			.satisfies((envelope) -> assertThat(envelope.event()).isEqualTo(
					new InterviewClosed(interview.at("$.id"), "close", InterviewOutcome.ABANDONED, envelope.time()))));
	}

	@Test
	void refusesAnOutcomeThatThereIsNot() {
		String path = path(open("outcome", 1));
		assertThat(this.api.post(path + "/close", "{\"outcome\": \"won\"}").errors()).singleElement()
			.asString()
			.startsWith("/outcome: ");
		assertThat(this.api.post(path + "/close", "{}").errors()).singleElement().asString().startsWith("/outcome: ");
	}

	private Answer open(String candidate, int questions) {
		return this.api.post("/interviews", body(candidate, "\"plan\": {\"counts\": {\"mid\": " + questions + "}}"));
	}

	private static String path(Answer interview) {
		return "/interviews/" + interview.<String>at("$.id");
	}

	private List<QuestionServed> served(String candidate) {
		return this.topics.read(EventType.QUESTION_SERVED)
			.stream()
			.map((envelope) -> (QuestionServed) envelope.event())
			.filter((event) -> event.candidateId().equals(candidate))
			.toList();
	}

}
