package org.vivavoce.testing.pipeline;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request was answered.
 */
public record Answer(int status, HttpHeaders headers, String body) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	public JsonNode json() {
		return MAPPER.readTree(this.body);
	}

	public String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	public boolean ok() {
		return this.status / 100 == 2;
	}

	/**
	 * Whether the caller is asked to try again.
	 */
	public boolean later() {
		return (this.status == 404 || this.status == 409 || this.status == 429 || this.status == 503)
				&& !header("Retry-After").isEmpty();
	}

	public Answer require(int expected) {
		if (this.status != expected) {
			throw new AssertionError("Expected " + expected + ", got " + this.status + ": " + this.body);
		}
		return this;
	}

}
