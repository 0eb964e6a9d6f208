package org.vivavoce.question.interview.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.question.Api;
import org.vivavoce.question.Pages;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleInterviews.body;

@QuestionServiceTest
class InterviewPageIntegrationTests {

	private static final String ONE = "\"plan\": {\"counts\": {\"mid\": 2}}";

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	private Pages recruiter = Pages.as(0, "recruiter");

	@BeforeEach
	void signIn() {
		this.api = Api.admin(this.port);
		this.recruiter = Pages.as(this.port, "recruiter", "interviews:read", "interviews:write", "questions:read",
				"reports:read");
	}

	@Test
	void aPanelMemberFindsTheirInterviewsFirst() {
		open("list-mine", "\"panel\": [\"list-ada\"]");
		open("list-other", "\"panel\": [\"list-bob\"]");
		Pages ada = Pages.as(this.port, "list-ada", "interviews:read");
		assertThat(ada.get("/interviews").html()).contains("list-mine", "Open console")
			.doesNotContain("list-other", "Plan an interview", "/scorecards/");
		assertThat(ada.get("/interviews?panel=all&candidate=list-other").html()).contains("list-other")
			.doesNotContain("Open console");
		assertThat(this.recruiter.get("/interviews?candidate=list-other").html()).contains("list-other",
				"/scorecards/list-other", "Plan an interview");
	}

	@Test
	void emptyListsSayWhatToDo() {
		Pages nobody = Pages.as(this.port, "list-nobody", "interviews:read");
		assertThat(nobody.get("/interviews").html()).contains("You are on no panel yet", "See all interviews");
		assertThat(this.recruiter.get("/interviews?candidate=nobody-here&state=closed").html())
			.contains("No interview fits", "value=\"nobody-here\"")
			.containsPattern("value=\"closed\" selected");
	}

	@Test
	void olderInterviewsAreAPageFurtherWithTheSameFilters() {
		for (int number = 0; number < 26; number++) {
			open("list-many", ONE);
		}
		String first = this.recruiter.get("/interviews?candidate=list-many&state=planned").html();
		Matcher older = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"").matcher(first);
		assertThat(older.find()).isTrue();
		assertThat(first.split("class=\"interview\"", -1)).hasSize(26);
		String second = this.recruiter.get(older.group(1).replace("&amp;", "&")).html();
		assertThat(second.split("class=\"interview\"", -1)).hasSize(2);
		assertThat(second).contains("Newest", "value=\"list-many\"").containsPattern("value=\"planned\" selected");
	}

	@Test
	void thePageOfAnInterviewShowsThePlanAndWhatWasServed() {
		String path = open("page-plan", ONE);
		this.api.post(path + "/served", "");
		String html = this.recruiter.get(path).html();
		assertThat(html)
			.contains("Noor Haddad", "1 of 2 served", "Served as no. 1", "not served yet", "/hub/questions/",
					"Close the interview", "/scorecards/page-plan")
			.doesNotContain("Open the console", "Send this one link");
		String panel = Pages.as(this.port, "interviewer-1").get(path).html();
		assertThat(panel).contains("Open the console", "Close the interview").doesNotContain("/hub/questions/");
	}

	@Test
	void aClosedInterviewIsNotClosedAgain() {
		String path = open("page-closed", ONE);
		assertThat(this.recruiter.post(path + "/close", Map.of("outcome", "no-show")).location()).isEqualTo(path);
		assertThat(this.recruiter.get(path).html()).contains("No-show").doesNotContain("Close the interview");
	}

	@Test
	void whoeverMayNotReadInterviewsIsToldSo() {
		String path = open("page-who", ONE);
		assertThat(Pages.as(this.port, "stranger").get("/interviews").status()).isEqualTo(403);
		assertThat(Pages.as(this.port, "stranger").get(path).status()).isEqualTo(403);
		assertThat(this.recruiter.get("/interviews/iv-nowhere").status()).isEqualTo(404);
		Pages reader = Pages.as(this.port, "reader", "interviews:read");
		assertThat(reader.get(path).html()).contains("Noor Haddad").doesNotContain("Close the interview");
	}

	private String open(String candidate, String more) {
		return "/interviews/" + this.api.post("/interviews", body(candidate, more)).<String>at("$.id");
	}

}
