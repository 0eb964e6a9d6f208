package org.vivavoce.question.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleInterviews.body;

@QuestionServiceTest
class KitIntegrationTests {

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	private String key = "";

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
		this.key = this.api.get("/questions?technology=django&level=mid&limit=1").at("$.items[0].id");
	}

	@Test
	void savingAKitMakesVersionsThatNeverChange() {
		Answer first = this.api.put("/kits/versions", kit("First"), "If-None-Match", "*");
		assertThat(first.status()).as(first.body()).isEqualTo(200);
		assertThat(first.<Map<String, Object>>at("$")).containsEntry("id", "versions")
			.containsEntry("version", 1)
			.containsEntry("technology", "django")
			.containsEntry("minutes", 45)
			.containsEntry("author", "admin");
		assertThat(this.api.put("/kits/versions", kit("First")).<Integer>at("$.version")).isEqualTo(1);
		Answer second = this.api.put("/kits/versions", kit("Second"), "If-Match", first.header("ETag"));
		assertThat(second.<Integer>at("$.version")).isEqualTo(2);
		assertThat(this.api.put("/kits/versions", kit("Third"), "If-Match", first.header("ETag")).status())
			.isEqualTo(412);
		assertThat(this.api.get("/kits/versions").<String>at("$.name")).isEqualTo("Second");
		assertThat(this.api.get("/kits/versions?version=1").<String>at("$.name")).isEqualTo("First");
		assertThat(this.api.get("/kits/versions?version=3").status()).isEqualTo(404);
	}

	@Test
	void interviewsArePlannedByTheVersionThatTheyName() {
		this.api.put("/kits/planned", kit("Planned"));
		Answer interview = open("planned", "kit-1");
		assertThat(interview.<Map<String, Object>>at("$.kit")).isEqualTo(Map.of("id", "planned", "version", 1));
		assertThat(interview.<List<String>>at("$.plan[*].level")).containsExactly("junior", "mid", "mid");
		assertThat(interview.<String>at("$.plan[1].questionId")).isEqualTo(this.key);
		assertThat(interview.<String>at("$.plan[1].reason")).startsWith("Key question of the kit, at level; ");
		assertThat(interview.<List<Integer>>at("$.plan[*].minutes").stream().mapToInt(Integer::intValue).sum())
			.isLessThanOrEqualTo(45);
		this.api.put("/kits/planned", kit("Renamed"));
		assertThat(this.api.get("/interviews/" + interview.at("$.id")).<Integer>at("$.kit.version")).isEqualTo(1);
		assertThat(open("planned", "kit-2").<Integer>at("$.kit.version")).isEqualTo(2);
		assertThat(open("planned\", \"kitVersion\": 1, \"kit\": \"planned", "kit-3").<Integer>at("$.kit.version"))
			.isEqualTo(1);
		String id = interview.at("$.id");
		assertThat(this.api.post("/interviews/" + id + "/served", "{}").status()).isEqualTo(201);
		assertThat(this.api.get("/interviews/" + id).<Integer>at("$.kit.version")).isEqualTo(1);
	}

	@Test
	void aTrialWithASeedIsWhatAnInterviewWithThatSeedGets() {
		this.api.put("/kits/tried", kit("Tried"));
		Answer trial = this.api.get("/kits/tried/trial?seed=42");
		assertThat(trial.<Integer>at("$.seed")).isEqualTo(42);
		assertThat(this.api.get("/kits/tried/trial").<Map<String, Object>>at("$")).doesNotContainKey("seed");
		Answer interview = this.api.post("/interviews",
				body("kit-tried", "\"plan\": {\"kit\": \"tried\"}, \"seed\": 42"));
		for (String member : List.of("questionId", "revision", "minutes", "reason")) {
			assertThat(trial.<List<Object>>at("$.plan[*]." + member))
				.isEqualTo(interview.<List<Object>>at("$.plan[*]." + member));
		}
		assertThat(trial.<List<Object>>at("$.against")).isEmpty();
		assertThat(this.api.get("/kits/tried/trial?version=2").status()).isEqualTo(404);
		assertThat(this.api.get("/kits/never-tried/trial").status()).isEqualTo(404);
	}

	@Test
	void aKitThatIsRetiredPlansNothingUntilItIsSavedAgain() {
		this.api.put("/kits/retired", kit("Retired"));
		assertThat(this.api.get("/kits").<List<String>>at("$.items[*].id")).contains("retired");
		assertThat(this.api.delete("/kits/retired").status()).isEqualTo(204);
		assertThat(this.api.delete("/kits/retired").status()).isEqualTo(204);
		assertThat(this.api.get("/kits").<List<String>>at("$.items[*].id")).doesNotContain("retired");
		assertThat(this.api.get("/kits?retired=true").<List<String>>at("$.items[*].id")).contains("retired");
		assertThat(this.api.get("/kits/retired").<Map<String, Object>>at("$")).containsEntry("retired", true)
			.containsEntry("retiredBy", "admin");
		Answer trial = this.api.get("/kits/retired/trial");
		assertThat(trial.<List<Object>>at("$.plan")).isEmpty();
		assertThat(trial.<String>at("$.against[0].message")).contains("is retired");
		for (String plan : List.of("{\"kit\": \"retired\"}", "{\"kit\": \"retired\", \"kitVersion\": 1}")) {
			assertThat(this.api.post("/interviews", body("kit-4", "\"plan\": " + plan)).errors())
				.containsExactly("/plan/kit: kit 'retired' is retired");
		}
		assertThat(this.api.put("/kits/retired", kit("Retired"), "If-None-Match", "*").status()).isEqualTo(412);
		assertThat(this.api.put("/kits/retired", kit("Retired")).<Integer>at("$.version")).isEqualTo(1);
		assertThat(this.api.get("/kits/retired").<Boolean>at("$.retired")).isFalse();
	}

	@Test
	void refusesKitsAndPlansThatAreNotPossible() {
		String impossible = JsonPath.parse(kit("Impossible"))
			.put("$", "keyQuestions", List.of("nope"))
			.put("$.counts", "senior", 1)
			.jsonString();
		assertThat(this.api.put("/kits/impossible", impossible).errors())
			.containsExactly("/keyQuestions/0: the hub has no question 'nope' for 'django', or no more");
		assertThat(this.api.put("/kits/impossible", "{}").errors()).extracting((error) -> error.split(":")[0])
			.containsExactlyInAnyOrder("/name", "/technology", "/level", "/counts");
		assertThat(this.api.get("/kits/impossible").status()).isEqualTo(404);
		this.api.put("/kits/other", kit("Other"));
		assertThat(this.api.post("/interviews", body("kit-5", "\"level\": \"senior\", \"plan\": {\"kit\": \"other\"}"))
			.errors()).containsExactly("/level: kit 'other' is for mid");
		assertThat(
				this.api.post("/interviews", body("kit-5", "\"plan\": {\"kit\": \"other\", \"counts\": {\"mid\": 1}}"))
					.errors())
			.extracting((error) -> error.split(":")[0])
			.containsExactly("/plan");
	}

	@Test
	void refusesFieldsThatItDoesNotKnow() {
		String misspelled = JsonPath.parse(kit("Misspelled"))
			.put("$", "mustHaveTopic", List.of("ORM"))
			.put("$.counts", "expert", 1)
			.jsonString();
		assertThat(this.api.put("/kits/misspelled", misspelled).errors())
			.containsExactly("/mustHaveTopic: is not known here", "/counts/expert: is not known here");
		assertThat(this.api.get("/kits/misspelled").status()).isEqualTo(404);
	}

	@Test
	void listsKitsAndVersionsPageByPage() {
		for (String id : List.of("page-1", "page-2", "page-3")) {
			this.api.put("/kits/" + id, kit("A"));
			this.api.put("/kits/" + id, kit("B"));
		}
		String cursor = "";
		List<String> ids = new ArrayList<>();
		do {
			Answer page = this.api.get("/kits?limit=1" + cursor);
			ids.addAll(page.<List<String>>at("$.items[*].id"));
			cursor = (page.at("$.next") != null) ? "&cursor=" + page.at("$.next") : "";
		}
		while (!cursor.isEmpty());
		assertThat(ids).contains("page-1", "page-2", "page-3").isSorted().doesNotHaveDuplicates();
		Answer first = this.api.get("/kits/page-1/versions?limit=1");
		Answer second = this.api.get("/kits/page-1/versions?limit=1&cursor=" + first.at("$.next"));
		assertThat(List.of(first, second)).extracting((page) -> page.<String>at("$.items[0].name"))
			.containsExactly("B", "A");
		assertThat(second.<Object>at("$.next")).isNull();
		assertThat(this.api.get("/kits/page-1/versions?cursor=WyJ4Il0").status()).isEqualTo(400);
	}

	@Test
	void ofTwoWritersAtOnceOneIsToldToReadAgain() {
		String tag = this.api.put("/kits/contested", kit("Begun")).header("ETag");
		List<Integer> statuses = IntStream.range(0, 8)
			.parallel()
			.mapToObj((writer) -> this.api.put("/kits/contested", kit("Writer " + writer), "If-Match", tag).status())
			.toList();
		assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
		assertThat(this.api.get("/kits/contested").<Integer>at("$.version")).isEqualTo(2);
		IntStream.range(0, 8).parallel().forEach((writer) -> this.api.put("/kits/contested", kit("Free " + writer)));
		assertThat(this.api.get("/kits/contested/versions").<List<Integer>>at("$.items[*].version")).containsExactly(10,
				9, 8, 7, 6, 5, 4, 3, 2, 1);
	}

	@Test
	void writingNeedsTheScopeForQuestions() {
		Api reader = Api.as(this.port, "reader", "questions:read");
		assertThat(reader.put("/kits/forbidden", "{}").status()).isEqualTo(403);
		assertThat(reader.delete("/kits/forbidden").status()).isEqualTo(403);
		assertThat(reader.get("/kits").status()).isEqualTo(200);
		assertThat(Api.as(this.port, "stranger", "interviews:write").get("/kits").status()).isEqualTo(403);
	}

	private Answer open(String kit, String candidate) {
		Answer answer = this.api.post("/interviews", body(candidate, "\"plan\": {\"kit\": \"" + kit + "\"}"));
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private String kit(String name) {
		return """
				{"name": "%s", "technology": "Django", "level": "mid", "counts": {"junior": 1, "mid": 2},
				 "keyQuestions": ["%s"], "minutes": 45}""".formatted(name, this.key);
	}

}
