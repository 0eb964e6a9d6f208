package org.vivavoce.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.DefaultUriBuilderFactory;

import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a request says is taken as it is, or refused with the name of what is wrong.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@BackedByServices
class StrictRequestIntegrationTests {

	@LocalServerPort
	private int port;

	private WebTestClient client = WebTestClient.bindToServer().build();

	@BeforeEach
	void connect() {
		DefaultUriBuilderFactory uris = new DefaultUriBuilderFactory("http://localhost:" + this.port);
		// as it is written in a test
		uris.setEncodingMode(DefaultUriBuilderFactory.EncodingMode.NONE);
		this.client = WebTestClient.bindToServer()
			.uriBuilderFactory(uris)
			.defaultHeaders((headers) -> headers.setBearerAuth(Tokens.of("ada")))
			.build();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			role=Nobody              | role: there is no such parameter; known are least, limit, since, text
			limit=1&Limit=2          | Limit: there is no such parameter; known are least, limit, since, text
			limit=                   | limit: is empty
			limit                    | limit: is empty
			limit=1&limit=2          | limit: is there 2 times
			limit=0x10               | limit: must be a whole number
			limit=010                | limit: must be a whole number
			limit=%2B1               | limit: must be a whole number
			limit=1.0                | limit: must be a whole number
			limit=99999999999        | limit: must be a whole number
			least=1e                 | least: must be a number
			least=1e999              | least: must be a number
			least=NaN                | least: must be a number
			since=2026               | since: must be a time such as 2026-01-31T09:30:00Z
			since=2026-05-04         | since: must be a time such as 2026-01-31T09:30:00Z
			since=%2B10000-01-01T00:00:00Z | since: must be a time such as 2026-01-31T09:30:00Z
			since=1969-12-31T23:59:59Z     | since: must be a time such as 2026-01-31T09:30:00Z
			text=%00                 | text: has the control character U+0000
			text=a%0Db               | text: has the control character U+000D
			""")
	void aParameterThatMeansNothingIsRefusedByName(String query, String detail) {
		this.client.get()
			.uri("/api/v1/samples?" + query)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo(detail);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "limit=200", "since=2026-05-04T08:00:00Z&least=0.5",
			"since=2026-05-04T10:00:00%2B02:00", "text=", "text=a%0Ab%09c", "text=%F0%9F%98%80" })
	void whatIsDeclaredIsTaken(String query) {
		this.client.get().uri("/api/v1/samples?" + query).exchange().expectStatus().isOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text=%", "text=%zz", "%00=1", "text=%E4%A" })
	void anAddressThatCannotBeDecodedIsRefused(String query) throws IOException {
		assertThat(statusLine("GET /api/v1/samples?" + query + " HTTP/1.1")).startsWith("HTTP/1.1 400 ");
	}

	@Test
	void aFieldThatIsNotKnownIsNamed() {
		post("{\"text\": \"a\", \"number\": 1, \"sheduledAt\": 7}", 422).jsonPath("$.errors[0].pointer")
			.isEqualTo("/sheduledAt")
			.jsonPath("$.errors[0].message")
			.isEqualTo("is not known here; known are number, text");
	}

	@Test
	void aFieldThatIsThereTwiceIsRefused() {
		post("{\"text\": \"a\", \"text\": \"b\", \"number\": 1}", 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\ud800", "a\\udc00b", "\\u0000", "\\u001b", "\\r" })
	void aTextThatIsNoneIsRefusedWithItsPlace(String text) {
		post("{\"text\": \"" + text + "\", \"number\": 1}", 422).jsonPath("$.errors[0].pointer").isEqualTo("/text");
	}

	@Test
	void lengthsAreCountedInCodePoints() {
		post("{\"text\": \"" + "\uD83D\uDE00".repeat(5) + "\", \"number\": 1}", 201);
		post("{\"text\": \"" + "\uD83D\uDE00".repeat(6) + "\", \"number\": 1}", 422).jsonPath("$.errors[0].pointer")
			.isEqualTo("/text");
	}

	static java.util.List<String> beyondTheParser() {
		return java.util.List.of("{\"number\": " + "9".repeat(20_000) + "}", "[".repeat(501),
				"{\"text\":".repeat(1_000), "{\"" + "n".repeat(60_000) + "\": 1}",
				"{\"text\": \"a\", \"number\": 1e999999}", "", "null", "[]", "7",
				"{\"text\": \"a\", \"number\": 99999999999}", "{\"text\": \"a\", \"number\": 1} {}", "{\"text\"");
	}

	@ParameterizedTest
	@MethodSource("beyondTheParser")
	void jsonThatIsBeyondTheParserIsTheClientsFault(String body) {
		this.client.post()
			.uri("/bodies")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.value((status) -> assertThat(status).isIn(400, 422))
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void bytesThatAreNoUtf8AreTheClientsFault() {
		this.client.post()
			.uri("/bodies")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(new byte[] { '{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xff, '"', '}' })
			.exchange()
			.expectStatus()
			.isBadRequest();
	}

	/**
	 * Clients refuse to send such addresses.
	 */
	private String statusLine(String requestLine) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream()
				.write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
						+ Tokens.of("ada") + "\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
				.readLine();
		}
	}

	private WebTestClient.BodyContentSpec post(String body, int status) {
		return this.client.post()
			.uri("/bodies")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody();
	}

}
