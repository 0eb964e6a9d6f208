package org.vivavoce.question.kit.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import org.vivavoce.question.Api;
import org.vivavoce.question.Pages;
import org.vivavoce.question.Pages.Shown;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleInterviews.body;
import static org.vivavoce.question.SampleSets.set;

@QuestionServiceTest
class KitPageIntegrationTests {

	private static final Pattern PLANNED = Pattern
		.compile("<input type=\"hidden\" name=\"(question|plannedBy|seed|key)\" value=\"([^\"]*)\"");

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	private Pages editor = Pages.as(0, "editor");

	private Pages reader = Pages.as(0, "reader");

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
		this.editor = Pages.as(this.port, "editor", "questions:read", "questions:write", "interviews:read",
				"interviews:write");
		this.reader = Pages.as(this.port, "reader", "questions:read");
	}

	@Test
	void aKitIsMadeShownAndListed() {
		assertThat(this.editor.get("/hub").html()).contains("href=\"/hub/kits\"");
		assertThat(this.editor.get("/hub/new-kit?technology=django").html()).contains("What would be asked",
				"2 senior");
		Shown saved = this.editor.post("/hub/new-kit", form("Shown kit"));
		assertThat(saved.location()).isEqualTo("/hub/kits/shown-kit?said=saved");
		assertThat(this.editor.post("/hub/new-kit", form("Shown kit")).location()).isEqualTo(saved.location());
		assertThat(this.reader.get(saved.location()).html())
			.contains("Saved as version 1", "Each interview has 3 questions: 1 junior, 2 mid.",
					"Everybody is asked the key question below.", "There is a question about migrations.")
			.doesNotContain("Edit</a>", "Retire</button>", "Plan an interview with it");
		assertThat(this.reader.get("/hub/kits").html()).contains("/hub/kits/shown-kit", "3 questions: 1 junior, 2 mid",
				"always migrations");
		String trial = this.reader.get("/hub/kits/shown-kit/trial?seed=42").html();
		assertThat(trial).contains("By the seed 42", "Key question of the kit, at level");
		assertThat(this.reader.get("/hub/kits/shown-kit/trial?seed=42").html()).isEqualTo(trial);
	}

	@Test
	void faultsStandAtTheirFieldsAndNothingThatWasTypedIsLost() {
		Shown refused = this.editor.post("/hub/new-kit",
				form("", "count-mid", "many", "minutes", "2", "topic", "cobol"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.html()).contains("href=\"#name\"", "id=\"name-fault\"", "href=\"#count-mid\"",
				"id=\"count-mid-fault\"", "value=\"many\"", "value=\"2\"", "no longer in the hub");
		Shown impossible = this.editor.post("/hub/new-kit", form("Impossible kit", "minutes", "2"));
		assertThat(impossible.status()).isEqualTo(422);
		assertThat(impossible.html()).contains("id=\"minutes-fault\"", "The shortest plan takes");
		this.editor.post("/hub/new-kit", form("Taken kit"));
		assertThat(this.editor.post("/hub/new-kit", form("Taken kit", "count-mid", "1")).html())
			.contains("There is a kit &#39;taken-kit&#39; already");
		assertThat(this.api.get("/kits/impossible-kit").status()).isEqualTo(404);
		assertThat(this.api.get("/kits/taken-kit").<Integer>at("$.counts.mid")).isEqualTo(2);
	}

	@Test
	void buttonsShowTheFormAgainWithWhatWouldBeAsked() {
		Shown found = press(form("Pressed"), "find", "n-plus-one");
		assertThat(found.html()).contains("Nothing else is found by that.");
		assertThat(press(form("Pressed"), "add:django-middleware", "").html()).contains("Added; 2 key questions now.",
				"name=\"key\" value=\"django-n-plus-one\"", "name=\"key\" value=\"django-middleware\"");
		assertThat(press(form("Pressed"), "remove:django-n-plus-one", "").html()).doesNotContain("name=\"key\"");
		assertThat(press(form("Pressed"), "", "middleware").html()).contains("value=\"add:django-middleware\"");
		assertThat(press(form("Pressed", "count-mid", "99"), "", "").html())
			.contains("99 mid questions are not possible: the hub has 8 for &#39;django&#39;.");
		assertThat(this.editor.get("/hub/new-kit/preview").location()).isEqualTo("/hub/new-kit");
	}

	@Test
	void whoeverIsOutrunIsToldAndLosesNothing() {
		this.editor.post("/hub/new-kit", form("Conflicting kit"));
		Map<String, String> mine = form("Conflicting kit", "base", "1", "minutes", "40");
		assertThat(this.editor
			.post("/hub/kits/conflicting-kit/edit", form("Conflicting kit", "base", "1", "minutes", "30"))
			.location()).endsWith("?said=saved");
		Shown conflicting = this.editor.post("/hub/kits/conflicting-kit/edit", mine);
		assertThat(conflicting.status()).isEqualTo(409);
		assertThat(conflicting.html()).contains("Somebody else has saved version 2", "value=\"40\"",
				"Save as version 3");
		mine.put("base", "2");
		assertThat(this.editor.post("/hub/kits/conflicting-kit/edit", mine).location()).endsWith("?said=saved");
		assertThat(this.editor.post("/hub/kits/conflicting-kit/edit", mine).location()).endsWith("?said=saved");
		assertThat(this.api.get("/kits/conflicting-kit/versions").<List<Integer>>at("$.items[*].minutes"))
			.containsExactly(40, 30);
		mine.put("base", "3");
		assertThat(this.editor.post("/hub/kits/conflicting-kit/edit", mine).location()).endsWith("?said=unchanged");
		assertThat(this.reader.get("/hub/kits/conflicting-kit?version=1").html()).contains("This is version",
				"Show version 3");
	}

	@Test
	void aRetiredKitIsShownAsSuchAndPlansNothing() {
		this.editor.post("/hub/new-kit", form("Gone kit"));
		Map<String, String> planned = plan(this.editor.get("/interviews/new?kit=gone-kit"), "kit-gone");
		assertThat(this.editor.post("/hub/kits/gone-kit/retire", Map.of()).location()).endsWith("?said=retired");
		assertThat(this.reader.get("/hub/kits").html()).doesNotContain("/hub/kits/gone-kit");
		assertThat(this.reader.get("/hub/kits?retired=true").html()).contains("/hub/kits/gone-kit");
		assertThat(this.editor.get("/hub/kits/gone-kit").html()).contains("Retired by editor", "Use it again")
			.doesNotContain("Plan an interview with it");
		Shown refused = this.editor.post("/interviews/new", planned);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.html()).contains("The kit “gone-kit” is not in use any more.");
		assertThat(this.editor.post("/hub/kits/gone-kit/restore", Map.of()).location()).endsWith("?said=restored");
		assertThat(this.editor.get("/hub/kits/gone-kit").html()).contains("Plan an interview with it");
	}

	@Test
	void anInterviewGetsWhatWasShownByItsKit() {
		this.editor.post("/hub/new-kit", form("Planning kit"));
		Shown page = this.editor.get("/interviews/new?kit=planning-kit");
		assertThat(page.html()).contains("Key question of the kit, at level", "Version 1").doesNotContain("swap:");
		MultiValueMap<String, String> form = fields(page, "kit-planning");
		form.set("kit", "planning-kit");
		Shown opened = this.editor.post("/interviews/new", form);
		Api.Answer interview = this.api.get(opened.location().replace("?opened", ""));
		assertThat(interview.<List<String>>at("$.plan[*].questionId")).isEqualTo(form.get("question"));
		assertThat(interview.<Map<String, Object>>at("$.kit")).isEqualTo(Map.of("id", "planning-kit", "version", 1));
		assertThat(interview.<List<String>>at("$.plan[*].reason")).anyMatch((reason) -> reason.startsWith("Drawn, "));
		assertThat(this.editor.post("/interviews/new", form).location()).isEqualTo(opened.location());
		assertThat(this.editor.get(opened.location()).html()).contains("planning-kit, version 1");
		form.set("candidateId", "kit-planning-2");
		form.remove("question");
		form.add("question", "django-orm");
		assertThat(this.editor.post("/interviews/new", form).status()).isEqualTo(422);
		this.editor.post("/hub/kits/planning-kit/edit", form("Planning kit", "base", "1", "count-mid", "3"));
		form.put("question", fields(page, "x").get("question"));
		Shown late = this.editor.post("/interviews/new", form);
		assertThat(late.status()).isEqualTo(422);
		assertThat(late.html()).contains("Look at it once more", "Version 2");
	}

	@Test
	void aKeyQuestionThatHasLeftTheHubIsMissedAloud() {
		this.api.importYaml("", set("kit-left", "mid", "kit-left-1", "kit-left-2", "kit-left-3"));
		this.api.put("/kits/left", """
				{"name": "Left", "technology": "kit-left", "level": "mid", "counts": {"mid": 1},
				 "keyQuestions": ["kit-left-1"]}""");
		assertThat(this.api.post("/questions/kit-left-1/retire", "{\"reason\": \"It leaked\"}").status())
			.isEqualTo(200);
		assertThat(this.reader.get("/hub/kits").html()).contains("cannot plan now");
		assertThat(this.reader.get("/hub/kits/left").html()).contains("No interview can be planned by it now.",
				"no longer in the hub");
		assertThat(this.editor.get("/interviews/new?kit=left").html())
			.contains("No interview can be planned by this kit");
		assertThat(this.api
			.post("/interviews", body("kit-left", "\"technology\": \"kit-left\", \"plan\": {\"kit\": \"left\"}"))
			.errors()).containsExactly("/plan/kit: the hub has no question 'kit-left-1' for 'kit-left', or no more");
	}

	@Test
	void nobodyWritesWithoutTheScope() {
		assertThat(this.reader.get("/hub/new-kit").status()).isEqualTo(403);
		for (String path : List.of("/hub/new-kit", "/hub/new-kit/preview", "/hub/kits/x/edit",
				"/hub/kits/x/edit/preview", "/hub/kits/x/retire", "/hub/kits/x/restore")) {
			assertThat(this.reader.post(path, Map.of()).status()).as(path).isEqualTo(403);
		}
		Pages stranger = Pages.as(this.port, "stranger", "interviews:read");
		assertThat(stranger.get("/hub/kits").status()).isEqualTo(403);
		assertThat(this.reader.get("/hub/kits/nothing").status()).isEqualTo(404);
	}

	private Shown press(Map<String, String> form, String action, String find) {
		form.put("action", action);
		form.put("find", find);
		Shown shown = this.editor.post("/hub/new-kit/preview", form);
		assertThat(shown.status()).isEqualTo(200);
		return shown;
	}

	private static Map<String, String> plan(Shown page, String candidate) {
		Map<String, String> form = fields(page, candidate).toSingleValueMap();
		form.put("kit", "gone-kit");
		return form;
	}

	/**
	 * What a browser would send from the page that plans.
	 */
	private static MultiValueMap<String, String> fields(Shown page, String candidate) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		PLANNED.matcher(page.html()).results().forEach((field) -> form.add(field.group(1), field.group(2)));
		form.set("candidateId", candidate);
		form.set("role", "Backend developer");
		form.set("panel", "interviewer-1");
		return form;
	}

	private static Map<String, String> form(String name, String... more) {
		Map<String, String> form = new LinkedHashMap<>(
				Map.of("name", name, "technology", "django", "about", "django", "level", "mid", "count-junior", "1",
						"count-mid", "2", "topic", "migrations", "key", "django-n-plus-one", "seed", "3"));
		for (int at = 0; at < more.length; at += 2) {
			form.put(more[at], more[at + 1]);
		}
		return form;
	}

}
