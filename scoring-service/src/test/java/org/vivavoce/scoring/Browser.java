package org.vivavoce.scoring;

import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import org.vivavoce.testing.Tokens;

/**
 * The console as somebody sees it in a browser.
 */
public final class Browser {

	private final WebTestClient client;

	private Browser(int port, String person, String scripted) {
		this.client = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + port + "/interviews/")
			.responseTimeout(Duration.ofSeconds(20))
			.defaultHeaders((headers) -> {
				headers.set(HttpHeaders.ACCEPT, "text/html,*/*;q=0.8");
				headers.set("Sec-Fetch-Site", "same-origin");
				if (!scripted.isEmpty()) {
					headers.set("HX-Request", scripted);
				}
			})
			.defaultCookie("vivavoce-token", Tokens.of(person))
			.build();
	}

	public static Browser of(String person, int port) {
		return new Browser(port, person, "");
	}

	/**
	 * One that runs the scripts of the pages.
	 */
	public static Browser scripted(String person, int port) {
		return new Browser(port, person, "true");
	}

	/**
	 * What came back.
	 */
	public record Shown(int status, HttpHeaders headers, String html) {

		public String header(String name) {
			String value = this.headers.getFirst(name);
			return (value != null) ? value : "";
		}

	}

	public Shown get(String path) {
		return shown(this.client.get().uri(path).exchange());
	}

	/**
	 * Send a form.
	 * @param fields names and values by turns
	 */
	public Shown post(String path, String... fields) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		for (int at = 0; at < fields.length; at += 2) {
			form.add(fields[at], fields[at + 1]);
		}
		return shown(this.client.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue(form)
			.exchange());
	}

	private static Shown shown(WebTestClient.ResponseSpec response) {
		EntityExchangeResult<String> result = response.expectBody(String.class).returnResult();
		String body = result.getResponseBody();
		return new Shown(result.getStatus().value(), result.getResponseHeaders(), (body != null) ? body : "");
	}

}
