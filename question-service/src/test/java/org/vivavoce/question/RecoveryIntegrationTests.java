package org.vivavoce.question;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.candidate.CandidateService;
import org.vivavoce.question.importing.SetImporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleInterviews.body;
import static org.vivavoce.question.SampleSets.set;

/**
 * What a crash can leave behind, and that it is put right. The traces of the crash are
 * written into the store.
 */
@QuestionServiceTest
class RecoveryIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ReactiveMongoDatabaseFactory databases;

	@Autowired
	private SetImporter imports;

	@Autowired
	private CandidateService candidates;

	private Api api = Api.admin(0);

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
	}

	@Test
	void questionsThatAreBehindTheirSetAreShownAtTheNextStart() {
		this.api.importYaml("", set("behind", "mid", "behind-1=Old?", "behind-2"));
		this.api.importYaml("", set("behind", "mid", "behind-1=New?", "behind-3"));
		run(Mono.from(collection("questions").deleteMany(Filters.in("_id", "behind-1@2", "behind-3@1"))));
		run(Mono.from(collection("questions").updateMany(Filters.in("_id", "behind-1@1", "behind-2@1"),
				Updates.set("current", true))));
		assertThat(this.api.get("/questions?set=behind").<List<String>>at("$.items[*].prompt")).contains("Old?");
		this.imports.prepare().block();
		assertThat(this.api.get("/questions?set=behind").<List<String>>at("$.items[*].id")).containsExactly("behind-1",
				"behind-3");
		assertThat(this.api.get("/questions/behind-1").<String>at("$.prompt")).isEqualTo("New?");
		assertThat(this.api.get("/questions/behind-1?revision=1").<String>at("$.prompt")).isEqualTo("Old?");
	}

	@Test
	void anImportThatIsRepeatedAfterACrashShowsItsQuestions() {
		String document = set("repeat", "mid", "repeat-1");
		this.api.importYaml("", document);
		run(Mono.from(collection("questions").deleteOne(Filters.eq("_id", "repeat-1@1"))));
		assertThat(this.api.importYaml("", document).status()).isEqualTo(200);
		assertThat(this.api.get("/questions/repeat-1").status()).isEqualTo(200);
	}

	@Test
	void anInterviewWhoseAnswerWasLostIsOpenedOnce() {
		Answer first = this.api.post("/interviews", body("lost-1", ""), "Idempotency-Key", "lost-1");
		loseAnswers();
		Answer again = this.api.post("/interviews", body("lost-1", ""), "Idempotency-Key", "lost-1");
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.<Map<String, Object>>at("$")).isEqualTo(first.at("$"));
		assertThat(this.api.get("/interviews?candidate=lost-1").<List<Object>>at("$.items")).hasSize(1);
	}

	@Test
	void aServedQuestionWhoseAnswerWasLostIsServedOnce() {
		String path = "/interviews/" + this.api.post("/interviews", body("lost-2", "")).<String>at("$.id");
		Answer first = this.api.post(path + "/served", "", "Idempotency-Key", "lost-2");
		loseAnswers();
		this.api.post(path + "/served", "");
		Answer again = this.api.post(path + "/served", "", "Idempotency-Key", "lost-2");
		assertThat(again.<Map<String, Object>>at("$")).isEqualTo(first.at("$"));
		assertThat(this.api.get(path).<Integer>at("$.served")).isEqualTo(2);
	}

	@Test
	void forgettingThatWasInterruptedHidesInterviewsAtOnceAndRemovesThemAtTheNextStart() {
		String path = "/interviews/" + this.api.post("/interviews", body("interrupted", "")).<String>at("$.id");
		run(Mono.from(collection("candidates").updateOne(Filters.eq("_id", "interrupted"),
				Updates.combine(Updates.set("state.generation", 2), Updates.set("state.purging", true),
						Updates.set("state.forgottenAt", "2026-05-04T08:00:00.000000Z")))));
		assertThat(this.api.get(path).status()).isEqualTo(404);
		assertThat(this.api.get("/interviews?candidate=interrupted").<List<Object>>at("$.items")).isEmpty();
		assertThat(stored("interrupted")).isEqualTo(1);
		this.candidates.finishPurges().block();
		assertThat(stored("interrupted")).isZero();
	}

	private long stored(String candidate) {
		return run(Mono.from(collection("interviews").countDocuments(Filters.eq("state.candidateId", candidate))));
	}

	private void loseAnswers() {
		run(Mono.from(collection("idempotency-keys").updateMany(Filters.gt("_id", ""), Updates.unset("answer"))));
	}

	private MongoCollection<Document> collection(String name) {
		return run(this.databases.getMongoDatabase()).getCollection(name);
	}

	private static <T> T run(Mono<T> work) {
		return Objects.requireNonNull(work.block());
	}

}
