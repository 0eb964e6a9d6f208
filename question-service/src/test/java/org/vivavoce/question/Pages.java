package org.vivavoce.question;

import java.net.URI;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import org.vivavoce.testing.Tokens;

/**
 * The pages as somebody with some scopes sees them in a browser.
 */
public final class Pages {

	private final WebTestClient client;

	private final String base;

	private Pages(WebTestClient client, String base) {
		this.client = client;
		this.base = base;
	}

	public static Pages as(int port, String person, String... scopes) {
		return new Pages(WebTestClient.bindToServer()
			.defaultHeader(HttpHeaders.ACCEPT, "text/html,*/*;q=0.8")
			.defaultHeader("Sec-Fetch-Site", "same-origin")
			.defaultCookie("vivavoce-token", Tokens.of(person, scopes))
			.build(), "http://localhost:" + port);
	}

	/**
	 * What came back.
	 *
	 * @param location where a redirect leads; empty without one
	 */
	public record Shown(int status, String location, String html) {

	}

	public Shown get(String path, String... headers) {
		var request = this.client.get().uri(address(path));
		for (int at = 0; at < headers.length; at += 2) {
			request.header(headers[at], headers[at + 1]);
		}
		return shown(request.exchange());
	}

	public Shown post(String path, Map<String, String> form) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		fields.setAll(form);
		return post(path, fields);
	}

	/**
	 * Send a form.
	 * @param headers names and values by turns
	 */
	public Shown post(String path, MultiValueMap<String, String> form, String... headers) {
		var request = this.client.post().uri(address(path));
		for (int at = 0; at < headers.length; at += 2) {
			request.header(headers[at], headers[at + 1]);
		}
		return shown(request.contentType(MediaType.APPLICATION_FORM_URLENCODED).bodyValue(form).exchange());
	}

	private URI address(String path) {
		return URI.create(this.base + path);
	}

	/**
	 * Send a multipart form with one text.
	 */
	public Shown upload(String path, String name, String text) {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part(name, text, MediaType.TEXT_PLAIN).headers((headers) -> headers.remove(HttpHeaders.CONTENT_TYPE));
		return upload(path, form);
	}

	/**
	 * Send a multipart form with these fields.
	 */
	public Shown upload(String path, Map<String, String> fields) {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		fields.forEach((name, text) -> form.part(name, text, MediaType.TEXT_PLAIN)
			.headers((headers) -> headers.remove(HttpHeaders.CONTENT_TYPE)));
		return upload(path, form);
	}

	/**
	 * Send a multipart form with one file.
	 */
	public Shown upload(String path, String name, String filename, byte[] content) {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part(name, content, MediaType.APPLICATION_OCTET_STREAM).filename(filename);
		return upload(path, form);
	}

	private Shown upload(String path, MultipartBodyBuilder form) {
		return shown(this.client.post()
			.uri(address(path))
			.contentType(MediaType.MULTIPART_FORM_DATA)
			.bodyValue(form.build())
			.exchange());
	}

	private static Shown shown(WebTestClient.ResponseSpec response) {
		EntityExchangeResult<String> result = response.expectBody(String.class).returnResult();
		String body = result.getResponseBody();
		URI location = result.getResponseHeaders().getLocation();
		return new Shown(result.getStatus().value(), (location != null) ? location.toString() : "",
				(body != null) ? body : "");
	}

}
