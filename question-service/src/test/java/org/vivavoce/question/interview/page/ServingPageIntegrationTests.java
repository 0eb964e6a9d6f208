package org.vivavoce.question.interview.page;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.question.Api;
import org.vivavoce.question.Api.Answer;
import org.vivavoce.question.Pages;
import org.vivavoce.question.Pages.Shown;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleInterviews.body;

@QuestionServiceTest
class ServingPageIntegrationTests {

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	private Pages panelist = Pages.as(0, "interviewer-1");

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
		this.panelist = Pages.as(this.port, "interviewer-1");
	}

	@Test
	void servingLeadsToThePositionThatWasServedAndAtLastToTheEnd() {
		String path = open("page-next", 2);
		assertThat(next(path, Map.of())).isEqualTo(path + "/console?position=1");
		assertThat(next(path, Map.of("seen", "1"))).isEqualTo(path + "/console?position=2");
		assertThat(next(path, Map.of("seen", "2"))).isEqualTo(path + "/console?end");
		assertThat(this.api.get(path).<Integer>at("$.served")).isEqualTo(2);
	}

	@Test
	void twoWhoPressNextAtTheSameTimeSeeTheSameQuestion() {
		String path = open("page-both", 3);
		assertThat(next(path, Map.of("seen", "0"))).endsWith("?position=1");
		Shown other = Pages.as(this.port, "interviewer-2").post(path + "/next", Map.of("seen", "0"));
		assertThat(other.location()).endsWith("?position=1");
		assertThat(this.api.get(path).<Integer>at("$.served")).isEqualTo(1);
	}

	@Test
	void pressingTwiceWithTheSameKeyServesOneQuestion() {
		String path = open("page-twice", 3);
		assertThat(next(path, Map.of("key", "k1"))).endsWith("?position=1");
		assertThat(next(path, Map.of("key", "k1"))).endsWith("?position=1");
		assertThat(this.panelist.post(path + "/next", Map.of("key", "no key")).status()).isEqualTo(400);
	}

	@Test
	void jumpingServesThatQuestionAndLeadsToItWhenItWasServedBefore() {
		String path = open("page-jump", 3);
		List<String> planned = this.api.get(path).at("$.plan[*].questionId");
		assertThat(next(path, Map.of("questionId", planned.getLast()))).endsWith("?position=1");
		assertThat(next(path, Map.of())).endsWith("?position=2");
		assertThat(next(path, Map.of("questionId", planned.getLast()))).endsWith("?position=1");
		Shown unplanned = this.panelist.post(path + "/next", Map.of("questionId", "not-planned"));
		assertThat(unplanned.status()).isEqualTo(409);
		assertThat(unplanned.html()).contains("not in the plan of this interview");
	}

	@Test
	void onlyThePanelAndWhoeverMayWriteInterviewsServesAndCloses() {
		String path = open("page-who", 2);
		Pages reader = Pages.as(this.port, "somebody", "interviews:read");
		assertThat(reader.post(path + "/next", Map.of()).status()).isEqualTo(403);
		assertThat(reader.post(path + "/close", Map.of("outcome", "completed")).status()).isEqualTo(403);
		assertThat(reader.get(path + "/plan-panel").html()).contains("2 questions are left")
			.doesNotContain("Jump to this");
		Pages stranger = Pages.as(this.port, "somebody");
		assertThat(stranger.get(path + "/plan-panel").status()).isEqualTo(403);
		Pages recruiter = Pages.as(this.port, "recruiter", "interviews:write");
		assertThat(recruiter.post(path + "/next", Map.of()).location()).endsWith("?position=1");
		assertThat(this.api.get(path).<Integer>at("$.served")).isEqualTo(1);
		assertThat(this.panelist.post("/interviews/iv-nowhere/next", Map.of()).status()).isEqualTo(404);
	}

	@Test
	void closingLeadsBackToWhereItWasPressed() {
		String path = open("page-close", 2);
		assertThat(this.panelist.post(path + "/close", Map.of("outcome", "won")).status()).isEqualTo(422);
		Shown closed = this.panelist.post(path + "/close", Map.of("outcome", "no-show", "from", "console"));
		assertThat(closed.status()).isEqualTo(303);
		assertThat(closed.location()).isEqualTo(path + "/console/finish?closed");
		assertThat(this.panelist.post(path + "/close", Map.of("outcome", "no-show", "from", "//evil.org")).location())
			.isEqualTo(path);
		assertThat(this.panelist.post(path + "/close", Map.of("outcome", "completed")).status()).isEqualTo(409);
		assertThat(this.api.get(path).<String>at("$.outcome")).isEqualTo("no-show");
		assertThat(next(path, Map.of())).isEqualTo(path + "/console?end");
		assertThat(this.panelist.get(path + "/plan-panel").html()).contains("The interview is closed")
			.doesNotContain("Jump to this");
	}

	@Test
	void thePlanPanelShowsWhatIsLeftWithAFormForEach() {
		String path = open("page-panel", 3);
		next(path, Map.of());
		List<String> planned = this.api.get(path).at("$.plan[*].questionId");
		String prompt = this.api.get("/questions/" + planned.get(1)).at("$.prompt");
		Shown panel = this.panelist.get(path + "/plan-panel", "HX-Request", "true");
		assertThat(panel.html()).startsWith("<section")
			.contains("2 questions are left", "1 of 3 served", "value=\"" + planned.get(1) + "\"",
					"action=\"" + path + "/next\"")
			.contains(prompt.substring(0, 12))
			.doesNotContain("value=\"" + planned.getFirst() + "\"");
		assertThat(this.panelist.get(path + "/plan-panel").html()).contains("<html", "Back to the console");
	}

	private String next(String path, Map<String, String> form) {
		Shown shown = this.panelist.post(path + "/next", form);
		assertThat(shown.status()).isEqualTo(303);
		return shown.location();
	}

	private String open(String candidate, int questions) {
		Answer interview = this.api.post("/interviews",
				body(candidate, "\"plan\": {\"counts\": {\"mid\": " + questions + "}}"));
		return "/interviews/" + interview.<String>at("$.id");
	}

}
