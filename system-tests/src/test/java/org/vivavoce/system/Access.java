package org.vivavoce.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.vivavoce.testing.pipeline.StandaloneProcess;

/**
 * Single requests by anybody, or by nobody, of which only the answer's status and body
 * matter.
 */
final class Access {

	private final StandaloneProcess pipeline;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	Access(StandaloneProcess pipeline) {
		this.pipeline = pipeline;
	}

	/**
	 * An answer's status and body, which is empty of a stream.
	 */
	record Seen(int status, String body) {

	}

	/**
	 * Ask.
	 * @param token null for nobody
	 * @param body null for none; a document when it is no JSON
	 */
	Seen ask(@Nullable String token, String method, String path, @Nullable String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.pipeline.address() + path))
			.timeout(Duration.ofSeconds(30))
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		if (body != null) {
			request.header("Content-Type", body.startsWith("{") ? "application/json" : "application/yaml");
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.build());
	}

	private Seen send(HttpRequest request) {
		try {
			// a stream of events never ends: its beginning is enough
			HttpResponse<InputStream> response = this.http.send(request, BodyHandlers.ofInputStream());
			try (InputStream content = response.body()) {
				boolean stream = response.headers()
					.firstValue("Content-Type")
					.orElse("")
					.startsWith("text/event-stream");
				return new Seen(response.statusCode(),
						stream ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String token(String role) {
		return this.pipeline.token(role);
	}

}
