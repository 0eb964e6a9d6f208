package org.vivavoce.question;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.testing.Tokens;

/**
 * The REST API as a caller with some scopes sees it.
 */
public final class Api {

	private final WebTestClient client;

	private final String base;

	private Api(WebTestClient client, String base) {
		this.client = client;
		this.base = base;
	}

	public static Api as(int port, String caller, String... scopes) {
		WebTestClient client = WebTestClient.bindToServer()
			.responseTimeout(Duration.ofSeconds(30))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
			.defaultHeaders((headers) -> headers.setBearerAuth(Tokens.of(caller, scopes)))
			.build();
		return new Api(client, "http://localhost:" + port + "/api/v1");
	}

	public static Api admin(int port) {
		return as(port, "admin", "questions:read", "questions:write", "interviews:read", "interviews:write");
	}

	/**
	 * What came back.
	 */
	public record Answer(int status, Map<String, List<String>> headers, String body) {

		public String header(String name) {
			return Objects.requireNonNull(this.headers.get(name), name).getFirst();
		}

		public <T> T at(String path) {
			return json().read(path);
		}

		public DocumentContext json() {
			return JsonPath.parse(this.body);
		}

		/**
		 * All faults as {@code where: message}.
		 */
		public List<String> errors() {
			List<Map<String, Object>> errors = at("$.errors");
			return errors.stream()
				.map((error) -> error.getOrDefault("line", error.get("pointer")) + ": " + error.get("message"))
				.toList();
		}

	}

	public Answer get(String path, String... headers) {
		return send(HttpMethod.GET, path, "", "", headers);
	}

	public Answer post(String path, String json, String... headers) {
		return send(HttpMethod.POST, path, MediaType.APPLICATION_JSON_VALUE, json, headers);
	}

	public Answer put(String path, String json, String... headers) {
		return send(HttpMethod.PUT, path, MediaType.APPLICATION_JSON_VALUE, json, headers);
	}

	public Answer delete(String path, String... headers) {
		return send(HttpMethod.DELETE, path, "", "", headers);
	}

	public Answer importYaml(String query, String yaml, String... headers) {
		return send(HttpMethod.POST, "/question-sets" + query, "application/yaml", yaml, headers);
	}

	/**
	 * Send a request.
	 * @param path below {@code /api/v1}, encoded
	 * @param contentType empty for a request without a body
	 * @param headers names and values by turns
	 */
	public Answer send(HttpMethod method, String path, String contentType, Object body, String... headers) {
		var request = this.client.method(method).uri(URI.create(this.base + path));
		for (int at = 0; at < headers.length; at += 2) {
			request.header(headers[at], headers[at + 1]);
		}
		var ready = contentType.isEmpty() ? request
				: request.contentType(MediaType.parseMediaType(contentType)).bodyValue(body);
		EntityExchangeResult<String> result = ready.exchange().expectBody(String.class).returnResult();
		Map<String, List<String>> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		result.getResponseHeaders().forEach(answered::put);
		String text = result.getResponseBody();
		return new Answer(result.getStatus().value(), answered, (text != null) ? text : "");
	}

}
