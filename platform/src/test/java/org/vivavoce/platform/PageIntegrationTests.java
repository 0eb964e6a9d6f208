package org.vivavoce.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@BackedByServices
class PageIntegrationTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

	@LocalServerPort
	private int port;

	private WebTestClient anonymous = WebTestClient.bindToServer().build();

	@BeforeEach
	void browser() {
		this.anonymous = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.defaultHeader("Accept", BROWSER)
			.build();
	}

	private WebTestClient as(String person, String... scopes) {
		return this.anonymous.mutate().defaultCookie("vivavoce-token", Tokens.of(person, scopes)).build();
	}

	private static String page(WebTestClient client, String uri, int status) {
		EntityExchangeResult<String> result = client.get()
			.uri(uri)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.TEXT_HTML)
			.expectBody(String.class)
			.returnResult();
		assertThat(result.getResponseHeaders().getFirst("Content-Security-Policy")).contains("script-src 'self';")
			.doesNotContain("unsafe");
		return String.valueOf(result.getResponseBody());
	}

	@Test
	void everybodyStartsOnTheFirstPageThatIsTheirs() {
		as("ada", "questions:read", "reports:read").get()
			.uri("/")
			.exchange()
			.expectStatus()
			.isSeeOther()
			.expectHeader()
			.location("/hub");
	}

	@Test
	void whoeverMayOpenNoPageIsTold() {
		assertThat(page(as("ada"), "/", 403)).contains("You are signed in as ada");
	}

	@Test
	void withoutATokenThePageSaysHowToSignIn() {
		assertThat(page(this.anonymous, "/", 401)).contains("You are not signed in", "sign-in page")
			.doesNotContain("aria-label=\"Main\"");
	}

	@Test
	void errorsArePagesForPeople() {
		assertThat(page(as("ada", "questions:read"), "/nowhere", 404))
			.contains("There is nothing here", "aria-label=\"Main\"", "Question hub")
			.doesNotContain("Scorecards");
	}

	@Test
	void errorsOfOurOwnShowNothingInternal() {
		assertThat(page(as("ada"), "/fails", 500)).contains("Request <code>").doesNotContain("secret detail");
	}

	@Test
	void scriptsGetErrorsAsANoticeInItsPlace() {
		as("ada").get()
			.uri("/limited?number=1")
			.header("HX-Request", "true")
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectHeader()
			.valueEquals("HX-Retarget", "#notice")
			.expectBody(String.class)
			.value((body) -> assertThat(body).startsWith("<div class=\"notice error\"")
				.contains("The scope &#39;reports:read&#39; is required")
				.doesNotContain("<html"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "*/*", "application/problem+json, */*" })
	void programsGetProblemDetails(String accept) {
		this.anonymous.get()
			.uri("/nowhere")
			.headers((headers) -> headers.set("Accept", accept))
			.exchange()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void theApiAnswersBrowsersLikePrograms() {
		as("ada").get()
			.uri("/api/v1/nothing")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void assetsAreNamedWithTheirVersionAndKeptByBrowsers() {
		Matcher assets = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"").matcher(page(this.anonymous, "/", 401));
		int found = 0;
		while (assets.find()) {
			found++;
			assertThat(assets.group(1)).containsPattern("\\?v=[0-9a-f]{12}$");
			this.anonymous.get()
				.uri(assets.group(1))
				.exchange()
				.expectStatus()
				.isOk()
				.expectHeader()
				.valueEquals("Cache-Control", "max-age=86400, public");
		}
		assertThat(found).isEqualTo(4);
	}

}
