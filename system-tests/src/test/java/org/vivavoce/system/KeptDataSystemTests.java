package org.vivavoce.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.vivavoce.testing.pipeline.Answer;
import org.vivavoce.testing.pipeline.Api;
import org.vivavoce.testing.pipeline.Ports;
import org.vivavoce.testing.pipeline.StandaloneProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * This build opens the data directory that an earlier one has left behind: nothing is
 * lost, and work goes on.
 */
class KeptDataSystemTests {

	private static final String RELEASE = "0.1";

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String RECONCILIATION = "/projections/scorecards/reconciliation";

	/** Only the names of events look like it, by contract. */
	private static final Pattern OUR_CLASSES = Pattern
		.compile("org[./]vivavoce[./](?![a-z]+-[a-z]+\\.v1(?![A-Za-z]))[A-Za-z./$-]{0,60}");

	private static final Set<String> READ_BY_SCORING = Set.of("candidate-profiled", "interview-opened",
			"question-served", "interview-closed");

	private static final List<KeptAnswer> KEPT = KeptData.answers(RELEASE);

	private static StandaloneProcess pipeline;

	private static List<String> lost;

	@BeforeAll
	static void openAndAskEverythingBeforeAnythingIsDone(@TempDir Path directory) {
		pipeline = StandaloneProcess.start(KeptData.unpack(RELEASE, directory), Ports.free());
		lost = KEPT.stream().flatMap((kept) -> kept.lost(kept.again(pipeline)).stream()).toList();
	}

	@AfterAll
	static void stop() {
		pipeline.close();
	}

	@Test
	void itAnswersAllThatTheBuildAnsweredWhichWroteIt() {
		assertThat(KEPT).hasSizeGreaterThan(60);
		assertThat(lost).isEmpty();
	}

	@Test
	void ratingsCorrectionsAndNewQuestionsOfAnOpenInterviewReachItsScorecard() {
		String interview = interview("ada", "in-progress");
		Api interviewer = pipeline.as("interviewer-1");
		String sheet = "/score-sheets/" + interview + "/answers/";
		JsonNode before = pipeline.as("dashboard").scorecard("ada");

		Answer known = interviewer.get(sheet + "git-commit").require(200);
		String correction = "{\"rating\": 4, \"redFlag\": false, \"notes\": \"Better than I thought\"}";
		assertThat(interviewer.put(sheet + "git-commit", correction, "If-Match", "\"1\"").status()).isEqualTo(412);
		JsonNode corrected = interviewer.put(sheet + "git-commit", correction, "If-Match", known.header("ETag"))
			.require(200)
			.json();
		assertThat(corrected.get("revision").asInt()).isEqualTo(known.json().get("revision").asInt() + 1);
		String next = interviewer.post("/interviews/" + interview + "/served", null)
			.require(201)
			.json()
			.at("/question/id")
			.asString();
		interviewer.patiently("PUT", sheet + next, "{\"rating\": 2, \"redFlag\": false}").require(200);

		await().atMost(SOON).untilAsserted(() -> {
			JsonNode card = pipeline.as("dashboard").scorecard("ada");
			assertThat(card.at("/coverage/served").asInt()).isEqualTo(before.at("/coverage/served").asInt() + 1);
			assertThat(card.at("/coverage/scored").asInt()).isEqualTo(before.at("/coverage/scored").asInt() + 1);
			assertThat(card.get("version").asLong()).isGreaterThan(before.get("version").asLong());
			assertThat(card.toString()).contains("Better than I thought");
		});
	}

	@Test
	void anInterviewThatWasPlannedByAKitIsHeldAndARetryOfItsRequestIsRecognised() {
		String interview = interview("ben", "planned");
		JsonNode again = pipeline.as("recruiter")
			.post("/interviews", KeptStory.PLANNED_REQUEST, "Idempotency-Key", KeptStory.PLANNED)
			.require(201)
			.json();
		assertThat(again.get("id").asString()).isEqualTo(interview);
		assertThat(again.at("/kit/version").asInt()).isEqualTo(2);

		for (int position = 1; position <= again.get("planned").asInt(); position++) {
			assertThat(pipeline.as("interviewer-2")
				.post("/interviews/" + interview + "/served", null)
				.require(201)
				.json()
				.get("position")
				.asInt()).isEqualTo(position);
		}
		pipeline.as("recruiter")
			.post("/interviews/" + interview + "/close", "{\"outcome\": \"abandoned\"}")
			.require(200);
	}

	@Test
	void aDraftIsPublishedAsTheNextRevisionAndARetiredQuestionComesBack() {
		Api recruiter = pipeline.as("recruiter");
		Answer draft = recruiter.get("/questions/git-commit/draft").require(200);
		JsonNode published = recruiter.post("/questions/git-commit/publish", "{}", "If-Match", draft.header("ETag"))
			.require(200)
			.json();
		assertThat(published.get("revision").asInt()).isEqualTo(2);
		assertThat(published.get("prompt")).isEqualTo(draft.json().get("prompt"));
		assertThat(recruiter.get("/questions/git-commit/revisions").json().get("items").size()).isEqualTo(2);
		recruiter.post("/questions/git-secret/restore", "{}").require(200);
		assertThat(recruiter.get("/questions?set=git&q=password").json().get("items").size()).isEqualTo(1);
	}

	@Test
	void aLetterThatIsSentAgainComesBackToItsHistory() {
		Api admin = pipeline.as("admin");
		JsonNode letter = admin.get("/dead-letters?state=waiting&key=cleo").require(200).json().at("/items/0");
		String path = "/dead-letters/" + letter.get("id").asString();
		int steps = admin.get(path).json().get("history").size();
		admin.post(path + "/replay", null).require(200);
		await().atMost(SOON).untilAsserted(() -> {
			JsonNode now = admin.get(path).require(200).json();
			assertThat(now.get("attempts").asInt()).isEqualTo(letter.get("attempts").asInt() + 1);
			assertThat(now.get("history").size()).isEqualTo(steps + 3);
		});
	}

	@Test
	void onlyWhatIsNewIsReadFromTheTopics() {
		pipeline.as("recruiter").put("/candidates/ben", "{\"name\": \"Benjamin Example\"}").require(200);
		await().atMost(SOON).untilAsserted(() -> {
			assertThat(newRecords(READ_BY_SCORING)).isPositive();
			assertThat(applied(pipeline.ports().report(), "projection=\"scorecards\"", "generation=\"2\""))
				.isEqualTo(newRecords(Set.of()));
			// while sheets are moved, the reader of candidates does not know yet where it
			// goes on
			assertThat(applied(pipeline.ports().scoring()) - newRecords(READ_BY_SCORING)).isBetween(0L,
					keptRecords(Set.of("candidate-profiled")));
		});
	}

	/**
	 * Also when the fields of a document come in another order, it is not the same.
	 */
	@Test
	void aRebuildComesToTheSameDocumentsByteByByte() {
		Api admin = pipeline.as("admin");
		admin.post("/projections/scorecards/rebuild", "{\"swap\": \"manual\"}").require(202);
		JsonNode compared = await().atMost(SOON)
			.until(() -> admin.get("/projections/scorecards").json().at("/rebuild/compared"), JsonNode::isObject);
		admin.post("/projections/scorecards/rebuild/cancel", null).require(200);

		assertThat(compared.get("equal").asLong()).isPositive().isEqualTo(compared.get("documents").asLong());
		assertThat(compared.get("additional").asLong()).isZero();
	}

	@Test
	void noFileOfItNamesAClass() throws IOException {
		List<String> found = new ArrayList<>();
		try (Stream<Path> files = Files.walk(pipeline.data())) {
			// an index of Kafka's holds numbers, in a megabyte of room
			for (Path file : files.filter((each) -> Files.isRegularFile(each) && !each.toString().endsWith("index"))
				.toList()) {
				OUR_CLASSES.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
					.results()
					.forEach((name) -> found.add(file.getFileName() + ": " + name.group()));
			}
		}
		assertThat(found).isEmpty();
	}

	private static String interview(String candidate, String state) {
		return pipeline.as("recruiter")
			.get("/interviews?candidate=" + candidate + "&state=" + state)
			.require(200)
			.json()
			.at("/items/0/id")
			.asString();
	}

	/**
	 * How many records came after those that the other build has left.
	 * @param topics all when there are none
	 */
	private static long newRecords(Set<String> topics) {
		return records(pipeline.as("admin").get(RECONCILIATION).require(200).json(), topics) - keptRecords(topics);
	}

	private static long keptRecords(Set<String> topics) {
		return records(
				KEPT.stream().filter((answer) -> answer.path().equals(RECONCILIATION)).findFirst().orElseThrow().json(),
				topics);
	}

	private static long records(JsonNode reconciled, Set<String> topics) {
		return StreamSupport.stream(reconciled.get("partitions").spliterator(), false)
			.filter((each) -> topics.isEmpty() || topics.contains(each.get("topic").asString()))
			.mapToLong((each) -> each.get("applied").asLong() + each.get("unreadable").asLong())
			.sum();
	}

	private static long applied(int port, String... tags) throws IOException, InterruptedException {
		String metrics = pipeline.as("dashboard")
			.http()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
				.header("Authorization", "Bearer " + pipeline.token("dashboard"))
				.build(), BodyHandlers.ofString())
			.body();
		return metrics.lines()
			.filter((line) -> line.startsWith("vivavoce_projection_events_total{")
					&& Stream.of(tags).allMatch(line::contains))
			.mapToLong((line) -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

}
