package org.vivavoce.question.browse;

import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import org.vivavoce.question.Api;
import org.vivavoce.question.Pages;
import org.vivavoce.question.Pages.Shown;
import org.vivavoce.question.QuestionServiceTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vivavoce.question.SampleSets.set;

@QuestionServiceTest
class HubPageIntegrationTests {

	@LocalServerPort
	private int port;

	private Api api = Api.admin(0);

	private Pages reader = Pages.as(0, "reader");

	private Pages recruiter = Pages.as(0, "recruiter");

	@BeforeEach
	void fill() {
		this.api = Api.admin(this.port);
		this.reader = Pages.as(this.port, "reader", "questions:read");
		this.recruiter = Pages.as(this.port, "recruiter", "questions:read", "interviews:write");
	}

	@Test
	void setsAreShownWithTheirLevels() {
		this.api.importYaml("", set("Shown", "mid", "shown-1", "shown-2"));
		String html = this.reader.get("/hub?technology=shown").html();
		assertThat(html).contains("shown", "2–5 years", "everything", "2 questions found", "/hub/sets/shown/export")
			.doesNotContain("Import questions", "Interview with these", "type=\"checkbox\"");
		assertThat(this.reader.get("/hub/sets/shown/export").html()).contains("technology: shown", "id: shown-1");
		assertThat(this.reader.get("/hub/sets/nowhere/export").status()).isEqualTo(404);
		assertThat(this.reader.get("/hub/sets/shown/export?format=csv").html()).contains("set,technology,title,level",
				"shown-1");
		assertThat(this.reader.get("/hub/sets/shown/export?format=md").html()).contains("{#shown-1}");
		assertThat(this.reader.get("/hub/sets/shown/export?format=txt").status()).isEqualTo(400);
	}

	@Test
	void questionsAreFoundAndMarkedAndMissesSaySo() {
		this.api.importYaml("", set("seek", "mid", "seek-1=Why <b>slow</b>?", "seek-2=Why fast?"));
		String html = this.reader.get("/hub?technology=seek&level=mid&q=SLOW").html();
		assertThat(html).contains("1 question found", "<mark>slow</mark>", "&lt;b&gt;")
			.doesNotContain("Why fast?", "<b>");
		assertThat(this.reader.get("/hub?technology=seek&q=nothing").html()).contains("0 questions found",
				"Nothing fits these filters", "Show all questions");
		assertThat(this.reader.get("/hub?level=guru").status()).isEqualTo(400);
		assertThat(this.reader.get("/hub?after=broken").status()).isEqualTo(400);
	}

	@Test
	void aScriptGetsTheListAloneAndTheAddressOfIt() {
		this.api.importYaml("", set("part", "mid", "part-1"));
		Shown update = this.reader.get("/hub?q=&technology=part&level=&topic=", "HX-Request", "true");
		assertThat(update.html().strip()).startsWith("<div id=\"hub-results\"")
			.contains("hx-swap-oob=\"innerHTML\">1 question<", "<select id=\"topic\"", "topic-part-1",
					"hx-swap-oob=\"true\"")
			.doesNotContain("<html", "topic-seek");
	}

	@Test
	void aWholePageSwapsNothing() {
		assertThat(this.reader.get("/hub").html()).doesNotContain("hx-swap-oob");
	}

	@Test
	void longListsGoOnInPages() {
		this.api.importYaml("",
				set("long", "mid", IntStream.range(0, 33).mapToObj((at) -> "long-" + at).toArray(String[]::new)));
		String html = this.reader.get("/hub?technology=long").html();
		assertThat(html).contains("33 questions found", "long-29").doesNotContain("/hub/questions/long-30\"");
		String more = html.replaceFirst("(?s).*hx-get=\"(/hub\\?[^\"]*after=[^\"]*)\".*", "$1").replace("&amp;", "&");
		Shown rows = this.reader.get(more, "HX-Request", "true", "HX-Target", "more");
		assertThat(rows.html().strip()).startsWith("<li")
			.contains("long-30", "long-32")
			.doesNotContain("More questions");
		assertThat(this.reader.get(more).html()).contains("33 questions found", "Back to the first questions");
	}

	@Test
	void whatIsChosenStaysChosenWhileTheListChanges() {
		this.api.importYaml("", set("pick", "mid", "pick-1", "pick-2"));
		String html = this.recruiter.get("/hub?technology=pick&q=pick-2&question=pick-1&question=pick-2").html();
		assertThat(html).contains("1 question found", "1 chosen question is not in this list", ">2</strong> chosen",
				"value=\"pick-1\" aria-labelledby=\"prompt-pick-1\" checked",
				"value=\"pick-2\" aria-labelledby=\"prompt-pick-2\" checked");
	}

	@Test
	void theChosenQuestionsLeadToANewInterview() {
		this.api.importYaml("", set("go", "mid", "go-1", "go-2"));
		this.api.importYaml("", set("mixed", "mid", "mixed-1"));
		assertThat(this.recruiter.get("/hub/interview?q=&question=go-2&question=go-1").location())
			.isEqualTo("/interviews/new?technology=go&question=go-1&question=go-2");
		Shown none = this.recruiter.get("/hub/interview?technology=go");
		assertThat(none.location()).isEqualTo("/hub?technology=go&choice=nothing");
		assertThat(this.recruiter.get(none.location()).html()).contains("No question is chosen");
		Shown mixed = this.recruiter.get("/hub/interview?question=go-1&question=mixed-1");
		assertThat(this.recruiter.get(mixed.location()).html()).contains("about several technologies",
				"value=\"go-1\" aria-labelledby=\"prompt-go-1\" checked");
		assertThat(this.reader.get("/hub/interview?question=go-1").status()).isEqualTo(403);
	}

	@Test
	void onlyWhoMayReadQuestionsSeesThem() {
		this.api.importYaml("", set("closed", "mid", "closed-1"));
		Pages stranger = Pages.as(this.port, "stranger", "reports:read");
		for (String path : new String[] { "/hub", "/hub/questions/closed-1", "/hub/sets/closed/export" }) {
			assertThat(stranger.get(path).status()).as(path).isEqualTo(403);
		}
	}

	@Test
	void aQuestionIsShownWithItsRubricAndItsRevisions() {
		this.api.importYaml("", set("show", "mid", "show-1=Old?", "show-2"));
		this.api.importYaml("", set("show", "mid", "show-1=New?", "show-2"));
		String html = this.reader.get("/hub/questions/show-1").html();
		assertThat(html)
			.contains("<h1 class=\"pre\">New?</h1>", "A strong answer", "A red flag", "A point", "changed question",
					"Imported by <span>admin</span>", "Revision 1", "/hub/questions/show-2")
			.doesNotContain("Show the current one", "/edit\"");
		assertThat(this.reader.get("/hub/questions/show-1?revision=1").html()).contains("<h1 class=\"pre\">Old?</h1>",
				"Show the current one, revision 2", "changed since");
		assertThat(this.reader.get("/hub/questions/show-1?revision=9").status()).isEqualTo(404);
		assertThat(this.reader.get("/hub/questions/nowhere").status()).isEqualTo(404);
		this.api.importYaml("", set("show", "mid", "show-2"));
		assertThat(this.reader.get("/hub/questions/show-1").html()).contains("This question is retired",
				"Retired by <span>admin</span>");
	}

}
