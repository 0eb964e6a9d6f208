package org.vivavoce.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.awaitility.Awaitility.await;

/**
 * A few days in the life of a pipeline: something of everything that is stored. The ids
 * of the interviews follow from the keys of the requests.
 */
final class KeptStory {

	static final String PLANNED = "kept-planned";

	private static final Duration SOON = Duration.ofSeconds(60);

	/** Opens the interview that stays planned. */
	static final String PLANNED_REQUEST = """
			{"candidate": {"id": "ben", "name": "Ben Example"}, "role": "Release engineer", "technology": "git",
			"level": "mid", "panel": ["interviewer-1", "interviewer-2"], "plan": {"kit": "git-mid"}, "seed": 7}""";

	private static final String TAG = """
			      - id: git-tag
			        topic: history
			        prompt: What is the difference between a tag and a branch?
			        strongAnswer: A tag stays where it is.
			        redFlag: Sees none.
			        keyPoints: [{id: stays, text: Stays}]
			""";

	private final StandaloneProcess pipeline;

	private final Api recruiter;

	private final Api admin;

	private KeptStory(StandaloneProcess pipeline) {
		this.pipeline = pipeline;
		this.recruiter = pipeline.as("recruiter");
		this.admin = pipeline.as("admin");
	}

	/**
	 * Play it.
	 * @return what the process answers at its end
	 */
	static List<KeptAnswer> play(StandaloneProcess pipeline) throws IOException, InterruptedException {
		KeptStory story = new KeptStory(pipeline);
		story.questions();
		story.kits();
		story.candidates();
		List<String> interviews = List.of(story.planned(), story.open(), story.closed(), story.noShow());
		String forgotten = story.forgotten();
		story.deadLetters();
		story.settle();
		story.rebuild();
		story.settle();
		return new KeptReads(pipeline).all(interviews, forgotten);
	}

	private void questions() throws IOException, InterruptedException {
		String git = git();
		importSet(git, "First%20version");
		int branch = git.indexOf("      - id: git-branch");
		importSet(git.substring(0, branch) + TAG
				+ git.substring(git.indexOf("  - level: mid")).replace("git bisect halve", "git bisect run halve"),
				"Tags%20instead%20of%20branches");
		this.recruiter.put("/questions/git-rebase", """
				{"topic": "branches", "minutes": 6, "prompt": "When do you rebase, and when do you merge?",
				"strongAnswer": "Rebases what nobody else has, merges what is shared.",
				"redFlag": "Rewrites what others have pulled, without a word.",
				"keyPoints": [{"id": "shared", "text": "Shared history stays"}, {"text": "Says who has it"}],
				"ratingAnchors": [], "reason": "The old red flag was too mild"}""").require(200);
		post("/questions/git-reflog/retire", "{\"reason\": \"Too easy\"}");
		post("/questions/git-reflog/restore", "{\"reason\": \"Not that easy\"}");
		post("/questions/git-secret/retire", "{\"reason\": \"It was posted on a forum\"}");
		draft("git-monorepo", "\"revision\": 1", "What gets slow in a repository of many gigabytes?");
		this.recruiter.post("/questions/git-monorepo/publish", "{\"reason\": \"Clearer\"}").require(200);
		draft("git-commit", "\"revision\": 1", "What belongs into a commit, and what does not?");
		draft("git-worktree", "\"set\": \"git\", \"level\": \"mid\"", "What are worktrees good for?");
	}

	private static String git() throws IOException {
		try (InputStream document = Objects.requireNonNull(KeptStory.class.getResourceAsStream("/kept/git.yaml"))) {
			return new String(document.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private void draft(String id, String place, String prompt) {
		this.recruiter
			.put("/questions/" + id + "/draft",
					"""
							{%s, "topic": "scale", "minutes": 4, "prompt": "%s", "strongAnswer": "Tells from experience.",
							"redFlag": "Has never seen one.", "keyPoints": [{"text": "An example"}], "reason": "Reads better"}"""
						.formatted(place, prompt))
			.require(200);
	}

	private void importSet(String document, String reason) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.recruiter.http()
			.send(HttpRequest.newBuilder(URI.create(this.pipeline.address() + "/api/v1/question-sets?reason=" + reason))
				.header("Authorization", "Bearer " + this.pipeline.token("recruiter"))
				.header("Content-Type", "application/yaml")
				.POST(BodyPublishers.ofString(document))
				.build(), BodyHandlers.ofString());
		new Answer(answer.statusCode(), answer.headers(), answer.body()).require(201);
	}

	private void kits() {
		String kit = """
				{"name": "Release engineer", "technology": "git", "level": "mid", "counts": {"junior": %d, "mid": 2},
				"mustHaveTopics": ["debugging"], "keyQuestions": ["git-rebase"], "minutes": 60}""";
		this.recruiter.put("/kits/git-mid", kit.formatted(0)).require(200);
		this.recruiter.put("/kits/git-mid", kit.formatted(1)).require(200);
		this.recruiter.put("/kits/git-before", kit.formatted(1)).require(200);
		this.recruiter.call("DELETE", "/kits/git-before", null).require(204);
	}

	private void candidates() {
		this.recruiter.put("/candidates/ada", "{\"name\": \"Ada Exampel\"}").require(200);
		this.recruiter.put("/candidates/ada", "{\"name\": \"Ada Example\", \"externalIds\": {\"ats\": \"4711\"}}")
			.require(200);
	}

	private String planned() {
		return interview(PLANNED, PLANNED_REQUEST);
	}

	private String open() {
		String id = interview("kept-open", """
				{"candidate": {"id": "ada"}, "role": "Release engineer", "technology": "git", "level": "mid",
				"panel": ["interviewer-1", "interviewer-2"],
				"plan": {"questionIds": ["git-commit", "git-rebase", "git-bisect", "git-monorepo"]}}""");
		serve(id, "git-commit");
		rate(id, "git-commit", "interviewer-1", 2, false, "one-change");
		rate(id, "git-commit", "interviewer-1", 3, false, "message");
		rate(id, "git-commit", "interviewer-2", 4, false, null);
		serve(id, "git-bisect");
		rate(id, "git-bisect", "interviewer-2", null, true, "halve");
		recommend(id, "interviewer-2", "no");
		recommend(id, "interviewer-2", "yes");
		return id;
	}

	private String closed() {
		String id = interview("kept-closed", """
				{"candidate": {"id": "cleo", "name": "Cleo Example"}, "role": "Backend developer",
				"technology": "django", "level": "mid", "panel": ["interviewer-1", "interviewer-2"],
				"plan": {"counts": {"junior": 1, "mid": 1}}, "seed": 3}""");
		for (int i = 0; i < 2; i++) {
			String question = serve(id, null);
			rate(id, question, "interviewer-1", 4 - i, false, null);
			rate(id, question, "interviewer-2", 3, false, null);
		}
		recommend(id, "interviewer-1", "strong-yes");
		this.recruiter.post("/interviews/" + id + "/close", "{\"outcome\": \"completed\"}").require(200);
		recommend(id, "interviewer-2", "no-decision");
		return id;
	}

	private String noShow() {
		String id = interview("kept-no-show", """
				{"candidate": {"id": "ada"}, "role": "Release engineer", "technology": "git", "level": "senior",
				"panel": ["interviewer-1"], "plan": {"questionIds": ["git-monorepo"]}}""");
		this.recruiter.post("/interviews/" + id + "/close", "{\"outcome\": \"no-show\"}").require(200);
		return id;
	}

	private String forgotten() {
		String id = interview("kept-forgotten", """
				{"candidate": {"id": "dora", "name": "Dora Example"}, "role": "Release engineer", "technology": "git",
				"level": "mid", "panel": ["interviewer-1"], "plan": {"questionIds": ["git-tag"]}}""");
		serve(id, null);
		rate(id, "git-tag", "interviewer-1", 3, false, "stays");
		send("answer-scored", "dora", "{\"candidateId\": \"dora\", \"rating\": 5}");
		settle();
		this.recruiter.call("DELETE", "/candidates/dora", null).require(204);
		return id;
	}

	private void deadLetters() {
		send("answer-scored", "cleo", "no JSON at all");
		send("answer-scored", "ada", "{\"candidateId\": \"ada\", \"interviewId\": \"elsewhere\"}");
		send("question-served", "ada", "[]");
		await().atMost(SOON).until(() -> items(this.admin, "/dead-letters?state=waiting").size() == 3);
		for (JsonNode deadLetter : items(this.admin, "/dead-letters?state=waiting")) {
			String path = "/dead-letters/" + deadLetter.get("id").asString();
			if (deadLetter.get("topic").asString().equals("question-served")) {
				this.admin.post(path + "/discard", "{\"reason\": \"The producer has sent it again\"}").require(200);
			}
		}
		String replay = this.admin
			.post("/dead-letters/replay", "{\"topic\": \"answer-scored\", \"kind\": \"not-json\"}", "Idempotency-Key",
					"kept-replay")
			.require(202)
			.json()
			.get("id")
			.asString();
		await().atMost(SOON)
			.until(() -> this.admin.get("/dead-letters/replays/" + replay).json().get("status").asString(),
					"done"::equals);
		await().atMost(SOON)
			.until(() -> items(this.admin, "/dead-letters?state=waiting&key=cleo"),
					(waiting) -> waiting.size() == 1 && waiting.getFirst().get("attempts").asInt() == 2);
	}

	private void rebuild() {
		this.admin.post("/projections/scorecards/rebuild", null).require(202);
		await("swap").atMost(SOON).until(() -> status().at("/rebuild/state").asString(), "swapped"::equals);
		await("comparison of what was published").atMost(SOON)
			.until(() -> this.admin.get("/projections/scorecards/publications"),
					(answer) -> answer.ok() && answer.json().get("state").asString().equals("done"));
	}

	/**
	 * Until all that was written is published and folded.
	 */
	private void settle() {
		Outboxes outboxes = new Outboxes(this.pipeline.ports().store());
		await().atMost(SOON).until(outboxes::waiting, (waiting) -> waiting == 0);
		await().atMost(SOON).until(() -> status().get("lag").asLong() == 0);
	}

	private JsonNode status() {
		return this.admin.get("/projections/scorecards").require(200).json();
	}

	private String interview(String key, String request) {
		return this.recruiter.post("/interviews", request, "Idempotency-Key", key)
			.require(201)
			.json()
			.get("id")
			.asString();
	}

	private String serve(String interview, @Nullable String question) {
		return this.recruiter
			.post("/interviews/" + interview + "/served",
					(question != null) ? "{\"questionId\": \"" + question + "\"}" : null, "Idempotency-Key",
					"kept-" + UUID.randomUUID())
			.require(201)
			.json()
			.at("/question/id")
			.asString();
	}

	private void rate(String interview, String question, String interviewer, @Nullable Integer rating, boolean redFlag,
			@Nullable String heard) {
		this.pipeline.as(interviewer)
			.patiently("PUT", "/score-sheets/" + interview + "/answers/" + question,
					"""
							{"rating": %s, "redFlag": %s, "keyPointsHeard": [%s], "notes": "%s: \\"ähnlich\\", so"}"""
						.formatted(rating, redFlag, (heard != null) ? "\"" + heard + "\"" : "", interviewer))
			.require(200);
	}

	private void recommend(String interview, String interviewer, String overall) {
		this.pipeline.as(interviewer).patiently("PUT", "/score-sheets/" + interview + "/recommendation", """
				{"overall": "%s", "summary": "As %s sees it"}""".formatted(overall, interviewer)).require(200);
	}

	private void post(String path, String body) {
		this.recruiter.post(path, body).require(200);
	}

	/**
	 * A record that cannot be read.
	 */
	private void send(String event, String key, String value) {
		ProducerRecord<String, String> message = new ProducerRecord<>(event, key, value);
		Map.of("ce_specversion", "1.0", "ce_id", "kept-" + key, "ce_source", "/their-tool", "ce_type",
				"org.vivavoce." + event + ".v1", "content-type", "application/json")
			.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", "127.0.0.1:" + this.pipeline.ports().kafka(), "acks", "all"),
				new StringSerializer(), new StringSerializer())) {
			producer.send(message);
			producer.flush();
		}
	}

	static List<JsonNode> items(Api api, String path) {
		List<JsonNode> items = new ArrayList<>();
		api.get(path).require(200).json().get("items").forEach(items::add);
		return items;
	}

}
