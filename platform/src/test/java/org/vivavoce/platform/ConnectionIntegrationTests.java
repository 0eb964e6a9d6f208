package org.vivavoce.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

import org.vivavoce.testing.BackedByServices;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connections of clients that are slow, or say much.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "vivavoce.web.connection.idle=1s", "vivavoce.web.connection.body=1s" })
@BackedByServices
class ConnectionIntegrationTests {

	private static final int PATIENCE = 20_000;

	@LocalServerPort
	private int port;

	@Test
	void halfAHeadIsNotWaitedForForEver() throws IOException {
		assertThat(answerTo("GET /me HTTP/1.1\r\nHost: local")).doesNotContain(" 200 ");
	}

	@Test
	void halfABodyIsNotWaitedForForEver() throws IOException {
		assertThat(answerTo("POST /bodies HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.of("ada")
				+ "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"text\":"))
			.doesNotContain(" 201 ");
	}

	@Test
	void aConnectionWithoutARequestIsClosed() throws IOException {
		assertThat(answerTo("")).isEmpty();
	}

	@Test
	void aTokenOf16KibibytesIsRead() {
		String token = Tokens.saying("JWT", Map.of("sub", "ada", "groups", "g".repeat(16 * 1024)));
		assertThat(token).hasSizeGreaterThan(16 * 1024);
		WebTestClient.bindToServer()
			.responseTimeout(Duration.ofSeconds(20))
			.baseUrl("http://localhost:" + this.port)
			.build()
			.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectStatus()
			.isOk();
	}

	/**
	 * What comes until the server closes the connection.
	 */
	private String answerTo(String sent) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(PATIENCE);
			socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
			socket.getOutputStream().flush();
			InputStream answer = socket.getInputStream();
			return new String(answer.readAllBytes(), StandardCharsets.US_ASCII);
		}
	}

}
