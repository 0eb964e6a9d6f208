package org.vivavoce.scoring;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import org.vivavoce.testing.Tokens;

/**
 * Somebody who calls the API.
 */
public final class PanelMember {

	public static final String SOLID = "{\"rating\": 3, \"redFlag\": false}";

	public static final String YES = "{\"overall\": \"yes\", \"summary\": \"Knows the ORM.\"}";

	private final WebTestClient client;

	public PanelMember(int port, @Nullable String token) {
		this.client = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + port + "/api/v1/score-sheets")
			.responseTimeout(Duration.ofSeconds(20))
			.defaultHeaders((headers) -> {
				if (token != null) {
					headers.setBearerAuth(token);
				}
			})
			.build();
	}

	public static PanelMember named(String name, int port) {
		return new PanelMember(port, Tokens.of(name));
	}

	public ResponseSpec get(String path) {
		return this.client.get().uri(path).exchange();
	}

	public ResponseSpec get(String path, String ifNoneMatch) {
		return this.client.get().uri(path).header(HttpHeaders.IF_NONE_MATCH, ifNoneMatch).exchange();
	}

	public ResponseSpec put(String path, String body) {
		return put(path, body, "X-Nothing", "special");
	}

	public ResponseSpec put(String path, String body, String header, String value) {
		return this.client.put()
			.uri(path)
			.header(header, value)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange();
	}

	/**
	 * Wait until a sheet shows so many questions.
	 */
	public void await(String interview, int served) {
		org.awaitility.Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(50))
			.untilAsserted(() -> get("/" + interview).expectStatus()
				.isOk()
				.expectBody()
				.jsonPath("$.served")
				.isEqualTo(served));
	}

}
