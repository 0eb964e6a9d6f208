package org.vivavoce.testing.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The REST API as one person.
 */
public final class Api {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final HttpClient http;

	private final String address;

	private final String token;

	public Api(HttpClient http, String address, String token) {
		this.http = http;
		this.address = address;
		this.token = token;
	}

	/**
	 * A client for everybody who talks to one server, from its start to its end.
	 */
	public static HttpClient client() {
		return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
	}

	public Answer get(String path, String... headers) {
		return call("GET", path, null, headers);
	}

	/**
	 * What a service tells those who operate it.
	 * @param path behind {@code /actuator}
	 */
	public Answer actuator(String path) {
		return send(request("GET", URI.create(this.address + "/actuator" + path), null));
	}

	public Answer post(String path, @Nullable String body, String... headers) {
		return call("POST", path, body, headers);
	}

	public Answer put(String path, String body, String... headers) {
		return call("PUT", path, body, headers);
	}

	/**
	 * Ask once.
	 * @throws UncheckedIOException when there is no answer: nobody knows what was done
	 */
	public Answer call(String method, String path, @Nullable String body, String... headers) {
		return send(request(method, path, body, headers));
	}

	private Answer send(HttpRequest request) {
		try {
			HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Whether a request that got no answer has not even been sent.
	 */
	public static boolean neverSent(UncheckedIOException ex) {
		return ex.getCause() instanceof ConnectException;
	}

	public HttpRequest request(String method, String path, @Nullable String body, String... headers) {
		return request(method, URI.create(this.address + "/api/v1" + path), body, headers);
	}

	private HttpRequest request(String method, URI address, @Nullable String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address)
			.timeout(LIMIT)
			.header("Authorization", "Bearer " + this.token)
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		return ((headers.length > 0) ? request.headers(headers) : request).build();
	}

	/**
	 * Ask until the answer is no longer "try again".
	 */
	public Answer patiently(String method, String path, @Nullable String body) {
		return Awaitility.await(method + " " + path)
			.atMost(LIMIT)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> call(method, path, body), (answer) -> !answer.later());
	}

	/**
	 * A candidate's scorecard, once there is one.
	 */
	public JsonNode scorecard(String candidate) {
		return Awaitility.await("scorecard of " + candidate)
			.atMost(LIMIT)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> get("/scorecards/" + candidate), Answer::ok)
			.json();
	}

	public HttpClient http() {
		return this.http;
	}

}
