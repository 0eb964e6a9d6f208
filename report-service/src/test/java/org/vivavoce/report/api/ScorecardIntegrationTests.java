package org.vivavoce.report.api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.contracts.Level;
import org.vivavoce.contracts.Overall;
import org.vivavoce.report.ReportServiceTest;
import org.vivavoce.report.Service;
import org.vivavoce.report.scorecard.History;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@ReportServiceTest
class ScorecardIntegrationTests {

	private static final String CARD = "/api/v1/scorecards/{id}";

	@Autowired
	private Service service;

	@Test
	void aScorecardIsWhatItsEventsAddUpTo() {
		History history = full("card-1");
		this.service.sendAndAwait(history);
		assertThat(this.service.get(this.service.recruiter(), CARD, "card-1"))
			.isEqualTo(this.service.expected(history));
	}

	@Test
	void whatIsNotKnownIsNullAndWhatIsOptionalIsLeftOut() {
		this.service.sendAndAwait(History.of("card-2").scored("iv", "q", "ann", null));
		String body = new String(bytes(MediaType.APPLICATION_JSON, "card-2"), java.nio.charset.StandardCharsets.UTF_8);
		assertThat(body)
			.contains("\"score\":null", "\"rating\":null", "\"level\":null", "\"prompt\":null", "\"technology\":null",
					"\"outcome\":null", "\"candidate\":{\"id\":\"card-2\"}")
			.doesNotContain("notes", "\"name\"");
	}

	@Test
	void anUnknownCandidateIsNotFound() {
		this.service.recruiter()
			.get()
			.uri(CARD, "nobody")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("There is no scorecard of nobody");
	}

	@Test
	void whatTheClientHasAlreadyIsNotSentAgain() {
		this.service.sendAndAwait(full("card-3"));
		String tag = tag(this.service.recruiter(), "card-3");
		WebTestClient conditional = this.service.recruiter()
			.mutate()
			.defaultHeader(HttpHeaders.IF_NONE_MATCH, tag)
			.build();
		conditional.get().uri(CARD, "card-3").exchange().expectStatus().isNotModified().expectBody().isEmpty();
		this.service.sendAndAwait(full("card-3").profiled("Ada L."));
		conditional.get().uri(CARD, "card-3").exchange().expectStatus().isOk().expectBody(String.class);
	}

	@Test
	void twoViewersWhoSeeDifferentThingsHaveDifferentTags() {
		this.service.sendAndAwait(open("card-4"));
		assertThat(tag(this.service.as("ann", "reports:read"), "card-4"))
			.isNotEqualTo(tag(this.service.recruiter(), "card-4"));
	}

	@Test
	void aPanelMemberWhoHasNotRecommendedDoesNotSeeTheOthers() {
		this.service.sendAndAwait(open("card-5"));
		WebTestClient ann = this.service.as("ann", "reports:read");
		assertThat(this.service.get(ann, CARD, "card-5").at("/score").asDouble()).isEqualTo(33.3);
		for (MediaType type : new MediaType[] { MediaType.APPLICATION_JSON, Representation.CSV, MediaType.TEXT_HTML }) {
			String seen = text(ann, type, "card-5");
			assertThat(seen).contains("own note").doesNotContain("hidden note");
			assertThat(text(this.service.recruiter(), type, "card-5")).contains("own note", "hidden note");
		}
	}

	@Test
	void csvHasOneRowPerRatingAndNoFormulas() {
		this.service.sendAndAwait(History.of("card-6")
			.profiled("=HYPERLINK(\"http://evil\")")
			.opened("iv")
			.served("iv", "q", Level.MID)
			.noted("iv", "q", "ann", 3, "said \"lazy\",\nthen +1")
			.noted("iv", "q", "ben", 2, "-2+3"));
		this.service.recruiter()
			.get()
			.uri(CARD, "card-6")
			.accept(Representation.CSV)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType("text/csv;charset=UTF-8")
			.expectHeader()
			.valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"scorecard-card-6.csv\"")
			.expectBody(String.class)
			.isEqualTo(
					"""
							candidateId,candidateName,interviewId,technology,targetLevel,role,questionId,questionRevision,level,\
							topic,prompt,position,answerScore,counted,interviewer,rating,redFlag,keyPointsHeard,notes,revision
							card-6,"'=HYPERLINK(""http://evil"")",iv,Django,mid,Engineer,q,2,mid,orm,What about q?,1,0.5,true,\
							ann,3,false,k1 k2,"said ""lazy"",|then +1",1
							card-6,"'=HYPERLINK(""http://evil"")",iv,Django,mid,Engineer,q,2,mid,orm,What about q?,1,0.5,true,\
							ben,2,false,k1 k2,'-2+3,1
							"""
						.replace("\n", "\r\n")
						.replace("|", "\n"));
	}

	@Test
	void aPageToPrintIsEscapedAndAllowsItsOwnStyleOnly() {
		this.service.sendAndAwait(History.of("card-7")
			.profiled("<script>alert(1)</script>")
			.opened("iv")
			.served("iv", "q", Level.MID)
			.noted("iv", "q", "ann", 3, "\"><img src=x>"));
		String page = this.service.recruiter()
			.get()
			.uri(CARD, "card-7")
			.header(HttpHeaders.ACCEPT, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType("text/html;charset=UTF-8")
			.expectHeader()
			.valueMatches("Content-Security-Policy", "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'.*")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(page).startsWith("<!doctype html>")
			.contains("&lt;script&gt;alert(1)", "What about q?", "interview iv is not closed")
			.doesNotContain("<script", "<img");
	}

	@ParameterizedTest
	@ValueSource(strings = { "scorecards", "scorecards/card-1", "scorecards/stream", "scorecards/card-1/stream",
			"comparisons?candidate=a&candidate=b" })
	void readingNeedsTheScope(String path) {
		this.service.as("ann", "interviews:read", "admin")
			.get()
			.uri("/api/v1/" + path)
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectBody(String.class);
		this.service.anonymous()
			.get()
			.uri("/api/v1/" + path)
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectBody(String.class);
		this.service.with(Tokens.expired("ann", "reports:read"))
			.get()
			.uri("/api/v1/" + path)
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectBody(String.class);
	}

	@Test
	void theApiIsDocumented() {
		this.service.anonymous()
			.get()
			.uri("/docs/report-service.json")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.openapi")
			.value(String.class, (version) -> assertThat(version).startsWith("3.1"))
			.jsonPath("$.paths['/api/v1/scorecards/{candidateId}'].get.responses['200'].content['text/csv']")
			.exists()
			.jsonPath("$.paths['/api/v1/scorecards'].get.description")
			.value(String.class, (description) -> assertThat(description).contains("reports:read"))
			.jsonPath("$.paths['/api/v1/comparisons'].get.parameters[0].name")
			.isEqualTo("candidate")
			.jsonPath("$.paths['/api/v1/scorecards/{candidateId}/stream']")
			.exists()
			.jsonPath("$.paths['/api/v1/projections/scorecards'].get.responses['403']")
			.exists();
	}

	private String tag(WebTestClient client, String candidate) {
		String tag = client.get()
			.uri(CARD, candidate)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseHeaders()
			.getETag();
		return java.util.Objects.requireNonNull(tag);
	}

	private byte[] bytes(MediaType type, String candidate) {
		return text(this.service.recruiter(), type, candidate).getBytes(java.nio.charset.StandardCharsets.UTF_8);
	}

	private static String text(WebTestClient client, MediaType type, String candidate) {
		String body = client.get()
			.uri(CARD, candidate)
			.accept(type)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		return java.util.Objects.requireNonNull(body);
	}

	static History full(String candidate) {
		return History.of(candidate)
			.profiled("Ada")
			.opened("iv")
			.served("iv", "q", Level.MID)
			.served("iv", "r", Level.SENIOR, "async")
			.scored("iv", "q", "ann", 3)
			.scored("iv", "q", "ben", 4, true)
			.scored("iv", "r", "ann", 2)
			.recommended("iv", "ann", Overall.YES)
			.closed("iv");
	}

	static History open(String candidate) {
		return History.of(candidate)
			.opened("iv")
			.served("iv", "q", Level.MID)
			.noted("iv", "q", "ann", 2, "own note")
			.noted("iv", "q", "ben", 4, "hidden note")
			.recommended("iv", "ben", Overall.STRONG_YES);
	}

}
