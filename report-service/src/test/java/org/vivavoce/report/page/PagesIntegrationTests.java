package org.vivavoce.report.page;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;
import org.vivavoce.report.ReportServiceTest;
import org.vivavoce.report.Service;
import org.vivavoce.report.scorecard.History;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
class PagesIntegrationTests {

	@Autowired
	private Service service;

	@ParameterizedTest
	@ValueSource(strings = { "/scorecards", "/scorecards/page-1", "/compare" })
	void pagesNeedTheScope(String path) {
		assertThat(page(this.service.as("ann", "interviews:read"), 403, path)).contains("This is not open to you");
	}

	@Test
	void theListShowsCandidatesAndKeepsItsFilters() {
		this.service.sendAndAwait(full("page-1", "Ada <b>"));
		assertThat(page(200, "/scorecards?technology=DJANGO&level=mid&outcome=advance&minScore=80&sort=-score"))
			.contains("Ada &lt;b&gt;", "83.3", "Advance", "1 red flag", "aria-sort=\"descending\"", "value=\"DJANGO\"",
					"left out here")
			.doesNotContain("No candidate matches");
		assertThat(page(200, "/scorecards?technology=cobol")).contains("No candidate matches", "Clear filters");
	}

	@Test
	void filtersThatCannotBeReadAreNamedAtTheirFields() {
		assertThat(page(422, "/scorecards?minScore=lots&technology=kept")).contains("id=\"minScore-fault\"",
				"aria-invalid=\"true\"", "value=\"lots\"", "value=\"kept\"", "href=\"#minScore\"");
	}

	@Test
	void aScriptGetsTheRowsOrTheCardAlone() {
		this.service.sendAndAwait(full("page-2", "Bea"));
		WebTestClient script = this.service.recruiter().mutate().defaultHeader("HX-Request", "true").build();
		assertThat(page(script, 200, "/scorecards?technology=django")).contains("Bea").doesNotContain("<html", "<main");
		assertThat(page(script, 200, "/scorecards/page-2")).contains("<h1>Bea</h1>").doesNotContain("<html", "<main");
		assertThat(page(script, 404, "/scorecards/nobody")).contains("no longer there").doesNotContain("<html");
		assertThat(page(404, "/scorecards/nobody")).contains("There is no scorecard of nobody", "<html");
	}

	@Test
	void aCardShowsEverythingAndHowItWasComputed() {
		this.service.sendAndAwait(full("page-3", "Cleo"));
		assertThat(page(200, "/scorecards/page-3"))
			.contains("<h1>Cleo</h1>", "What about q?", "Strong yes", "Solid", "Raised by",
					"100 × <strong>0.833</strong> ÷ <strong>1</strong>", "missed stretch", "Says when it is evaluated",
					"format=csv", "data-live=\"/api/v1/scorecards/page-3/stream\"", "Score by topic", "Timeline")
			.doesNotContain("Hidden until");
	}

	@Test
	void aPanelMemberWhoHasNotRecommendedReadsWhatIsHidden() {
		this.service.sendAndAwait(History.of("page-4")
			.opened("iv")
			.served("iv", "q", Level.MID)
			.noted("iv", "q", "ann", 2, "own note")
			.noted("iv", "q", "ben", 4, "other note")
			.recommended("iv", "ben", Overall.STRONG_YES));
		assertThat(page(this.service.as("ann", "reports:read"), 200, "/scorecards/page-4"))
			.contains("Hidden until you have given your recommendation", "own note", "33.3")
			.doesNotContain("other note", "Strong yes", "Exceptional");
		assertThat(page(this.service.as("ben", "reports:read"), 200, "/scorecards/page-4"))
			.contains("own note", "other note", "Strong yes")
			.doesNotContain("Hidden until");
		assertThat(page(this.service.as("ann", "reports:read"), 200, "/scorecards?sort=-score"))
			.doesNotContain("page-4");
	}

	@Test
	void aLinkChoosesTheFormatOfTheApi() {
		this.service.sendAndAwait(full("page-5", "Dora"));
		assertThat(page(200, "/api/v1/scorecards/page-5?format=csv")).startsWith("candidateId,");
		assertThat(page(200, "/api/v1/scorecards/page-5?format=json")).startsWith("{");
		assertThat(page(400, "/api/v1/scorecards/page-5?format=pdf")).contains("one of json, csv, html");
	}

	@Test
	void candidatesStandSideBySide() {
		this.service.sendAndAwait(full("page-6", "Eve"));
		this.service
			.sendAndAwait(History.of("page-7").opened("iv").served("iv", "q", Level.MID).scored("iv", "q", "ann", 2));
		assertThat(page(200, "/compare?candidate=page-6&candidate=page-7")).contains("Eve", "page-7", "not asked",
				"They were not asked the same questions", "1 question was asked of all of them", "What about q?");
	}

	@Test
	void whatCannotBeComparedIsExplained() {
		this.service.sendAndAwait(full("page-8", "Fay"));
		assertThat(page(200, "/compare")).contains("Who should stand side by side?");
		assertThat(page(200, "/compare?candidate=page-8&candidate=page-8&candidate=")).contains("One more, please");
		assertThat(page(404, "/compare?candidate=page-8&candidate=<script>"))
			.contains("Not everybody", "&lt;script&gt;")
			.doesNotContain("<script>");
		StringBuilder many = new StringBuilder("/compare?candidate=page-8");
		for (int i = 0; i < 10; i++) {
			many.append("&candidate=c").append(i);
		}
		assertThat(page(422, many.toString())).contains("more than ten");
	}

	private String page(int status, String path) {
		return page(this.service.recruiter(), status, path);
	}

	private static String page(WebTestClient client, int status, String path) {
		String body = client.get()
			.uri(path)
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		return Objects.requireNonNull(body);
	}

	private static History full(String candidate, String name) {
		return History.of(candidate)
			.profiled(name)
			.opened("iv")
			.served("iv", "q", Level.MID)
			.served("iv", "r", Level.SENIOR, "async")
			.scored("iv", "q", "ann", 3)
			.scored("iv", "q", "ben", 4, true)
			.scored("iv", "r", "ann", 2)
			.recommended("iv", "ann", Overall.STRONG_YES)
			.closed("iv");
	}

}
