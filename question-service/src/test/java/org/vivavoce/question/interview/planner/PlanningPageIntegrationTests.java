package org.vivavoce.question.interview.planner;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
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

@QuestionServiceTest
class PlanningPageIntegrationTests {

	private static final Pattern HIDDEN = Pattern
		.compile("<input type=\"hidden\" name=\"(question|locked|seed|plannedFor|key)\" value=\"([^\"]*)\"");

	private static final Pattern COUNT = Pattern.compile("name=\"(count-[a-z]+)\"[^>]* value=\"([0-9]+)\"");

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	private Pages recruiter = Pages.as(0, "recruiter");

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
		this.recruiter = Pages.as(this.port, "recruiter", "interviews:read", "interviews:write");
	}

	@Test
	void opensExactlyThePlanThatWasShown() {
		MultiValueMap<String, String> form = filled("plan-shown");
		Shown swapped = press(form, "swap:" + questions(form).get(3));
		MultiValueMap<String, String> changed = form(swapped, "plan-shown");
		assertThat(changed.get("question")).hasSize(10).isNotEqualTo(form.get("question"));
		Shown opened = this.recruiter.post("/interviews/new", changed);
		assertThat(opened.status()).isEqualTo(303);
		assertThat(opened.location()).matches("/interviews/iv-[0-9a-f]+\\?opened");
		Api.Answer interview = this.api.get(opened.location().replace("?opened", ""));
		assertThat(interview.<List<String>>at("$.plan[*].questionId")).isEqualTo(changed.get("question"));
		assertThat(interview.<List<String>>at("$.panel")).containsExactly("interviewer-1", "interviewer-2");
		assertThat(interview.<String>at("$.candidate.name")).isEqualTo("Noor Haddad");
		assertThat(this.recruiter.get(opened.location()).html()).contains("Send this one link to the panel",
				interview.<String>at("$.id") + "/console");
	}

	@Test
	void aFormThatIsSentTwiceOpensOneInterviewAndAChangedOneAnother() {
		MultiValueMap<String, String> form = filled("plan-twice");
		String first = this.recruiter.post("/interviews/new", form).location();
		assertThat(this.recruiter.post("/interviews/new", form).location()).isEqualTo(first);
		form.set("role", "Another role");
		assertThat(this.recruiter.post("/interviews/new", form).location()).isNotEqualTo(first);
	}

	@Test
	void faultsStandAtTheirFieldsAndNothingThatWasTypedIsLost() {
		MultiValueMap<String, String> form = filled("no id");
		form.set("panel", "interviewer-1, interviewer-2\nx" + "y".repeat(256));
		form.set("role", "");
		Shown refused = this.recruiter.post("/interviews/new", form);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.html())
			.contains("href=\"#candidateId\"", "href=\"#panel\"", "href=\"#role\"", "id=\"candidateId-fault\"",
					"y” is nobody", "Say which role it is", "value=\"no id\"", "value=\"Noor Haddad\"")
			.containsPattern("name=\"candidateId\"[^>]*aria-invalid=\"true\"");
		assertThat(form(refused, "x").get("question")).isEqualTo(form.get("question"));
	}

	@Test
	void whatThePlanningRefusesStandsAtItsFieldToo() {
		MultiValueMap<String, String> form = filled("plan-twins");
		form.set("panel", "interviewer-1\ninterviewer-1");
		Shown refused = this.recruiter.post("/interviews/new", form);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.html()).contains("id=\"panel-fault\"", "names somebody twice");
	}

	@Test
	void aCountThatWasChangedLastIsShownBeforeAnythingIsOpened() {
		MultiValueMap<String, String> form = filled("plan-late");
		form.set("count-mid", "7");
		Shown refused = this.recruiter.post("/interviews/new", form);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.html()).contains("Look at it once more");
		MultiValueMap<String, String> followed = form(refused, "plan-late");
		assertThat(followed.get("question")).hasSize(12);
		assertThat(this.recruiter.post("/interviews/new", followed).status()).isEqualTo(303);
	}

	@Test
	void lockedQuestionsStayWhenTheRestIsDrawnAgain() {
		MultiValueMap<String, String> form = filled("plan-lock");
		String locked = questions(form).get(4);
		MultiValueMap<String, String> after = form(press(form, "lock:" + locked), "plan-lock");
		assertThat(after.get("locked")).containsExactly(locked);
		Shown drawn = press(after, "draw");
		assertThat(questions(form(drawn, "plan-lock")).get(4)).isEqualTo(locked);
		assertThat(form(drawn, "plan-lock").get("seed")).isNotEqualTo(form.get("seed"));
		assertThat(drawn.html()).contains("locked questions stayed").contains("<html");
	}

	@Test
	void aScriptGetsThePlanAlone() {
		MultiValueMap<String, String> form = filled("plan-script");
		form.set("level", "senior");
		Shown fragment = this.recruiter.post("/interviews/new/preview", form, "HX-Request", "true");
		assertThat(fragment.html().strip()).startsWith("<section class=\"planner-plan\"")
			.contains("hx-swap-oob")
			.doesNotContain("<html");
		assertThat(form(fragment, "x").get("count-senior")).containsExactly("6");
		form.set("count-mid", "50");
		form.set("level", "mid");
		assertThat(this.recruiter.post("/interviews/new/preview", form, "HX-Request", "true").html())
			.contains("all are in.");
	}

	@Test
	void aScriptLeavesTheCountsToWhoeverTypesThemAsLongAsThePlanFollows() {
		MultiValueMap<String, String> form = filled("plan-counts");
		form.set("count-mid", "1");
		assertThat(this.recruiter.post("/interviews/new/preview", form, "HX-Request", "true").html())
			.contains("id=\"count-mid-hint\" hx-swap-oob=\"true\"")
			.doesNotContain("id=\"counts\" hx-swap-oob");
		form.set("count-mid", "50");
		assertThat(this.recruiter.post("/interviews/new/preview", form, "HX-Request", "true").html())
			.contains("id=\"counts\" hx-swap-oob=\"true\"");
	}

	@Test
	void questionsThatWereChosenInTheHubAreThePlanAndLocked() {
		List<String> known = questions(filled("x")).subList(0, 2);
		Shown page = this.recruiter
			.get("/interviews/new?technology=Django&question=" + known.get(1) + "&question=" + known.get(0));
		assertThat(form(page, "x").get("question")).containsExactly(known.get(1), known.get(0));
		assertThat(form(page, "x").get("locked")).containsExactly(known.get(1), known.get(0));
	}

	@Test
	void nobodyPlansWithoutTheScope() {
		Pages reader = Pages.as(this.port, "interviewer-1", "interviews:read");
		assertThat(reader.get("/interviews/new").status()).isEqualTo(403);
		assertThat(reader.post("/interviews/new", Map.of()).status()).isEqualTo(403);
		assertThat(reader.post("/interviews/new/preview", Map.of()).status()).isEqualTo(403);
	}

	private Shown press(MultiValueMap<String, String> form, String action) {
		MultiValueMap<String, String> pressed = new LinkedMultiValueMap<>(form);
		pressed.set("action", action);
		Shown shown = this.recruiter.post("/interviews/new/preview", pressed);
		assertThat(shown.status()).isEqualTo(200);
		return shown;
	}

	private MultiValueMap<String, String> filled(String candidate) {
		return form(this.recruiter.get("/interviews/new?technology=django"), candidate);
	}

	private static List<String> questions(MultiValueMap<String, String> form) {
		return form.getOrDefault("question", List.of());
	}

	/**
	 * What a browser would send from this page.
	 */
	private static MultiValueMap<String, String> form(Shown page, String candidate) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		for (MatchResult field : HIDDEN.matcher(page.html()).results().toList()) {
			form.add(field.group(1), field.group(2));
		}
		for (MatchResult field : COUNT.matcher(page.html()).results().toList()) {
			form.add(field.group(1), field.group(2));
		}
		form.set("candidateId", candidate);
		form.set("candidateName", "Noor Haddad");
		form.set("role", "Backend developer");
		form.set("technology", "django");
		form.set("level", "mid");
		form.set("panel", "interviewer-1\ninterviewer-2");
		return form;
	}

}
