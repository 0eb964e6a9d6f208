package org.vivavoce.platform.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import org.vivavoce.edge.EdgeService;
import org.vivavoce.testing.RawHttp;
import org.vivavoce.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a service answers to bytes that no good client sends.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ServerTests {

	private static final Duration SOON = Duration.ofSeconds(6);

	private final String token = Tokens.of("ada", "reports:read");

	private ConfigurableApplicationContext service = new org.springframework.context.support.GenericApplicationContext();

	private int port;

	@BeforeAll
	void start() {
		this.service = EdgeService.start("--vivavoce.web.connection.head=1s", "--vivavoce.web.connection.pause=1s",
				"--vivavoce.web.connection.body=3s", "--vivavoce.web.connection.idle=2s",
				"--vivavoce.web.connection.most=60");
		this.port = EdgeService.port(this.service);
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	@Test
	void aTokenOfSixteenKibibytesIsAccepted() {
		String large = Tokens.large("ada", 16 * 1024, "reports:read");
		assertThat(large).hasSizeGreaterThan(16 * 1024);
		assertThat(RawHttp.status(RawHttp.exchange(this.port, "GET /api/v1/limited HTTP/1.1", "Host: localhost",
				"Authorization: Bearer " + large, "Cookie: vivavoce-token=" + large, "Connection: close")))
			.isEqualTo(200);
		assertThat(RawHttp.status(RawHttp.exchange(this.port, "GET /api/v1/limited HTTP/1.1", "Host: localhost",
				"Cookie: vivavoce-token=" + large, "Connection: close")))
			.isEqualTo(200);
	}

	@Test
	void whatIsLargerStillIsSaidToBeTooLarge() {
		assertProblem(431, "head-too-large", RawHttp.exchange(this.port, "GET /api/v1/me HTTP/1.1", "Host: localhost",
				"Authorization: Bearer " + "a".repeat(70_000)));
		assertProblem(414, "address-too-long",
				RawHttp.exchange(this.port, "GET /" + "a".repeat(20_000) + " HTTP/1.1", "Host: localhost"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /api/v1/me HTTP/1.1", "GET /api/v1/me HTTP/1.0",
			"GET /api/v1/me HTTP/1.1\r\nHost: a\r\nHost: b", "GET /api/v1/me HTTP/1.1\r\nHost: a b",
			"GET /api/v1/me HTTP/1.1\r\nHost:", "GET /api/v1/me HTTP/1.1\r\nHost: http://a/",
			"GET /a|b HTTP/1.1\r\nHost: a", "GET /%zz HTTP/1.1\r\nHost: a", "GET a HTTP/1.1\r\nHost: a",
			"CONNECT a:443 HTTP/1.1\r\nHost: a", "GET * HTTP/1.1\r\nHost: a", "GET  HTTP/1.1\r\nHost: a",
			"GET /api/v1/me HTTP/1.1\r\nHost: a\r\nbad header: x", "nonsense" })
	void aHeadThatIsWrongIsMalformed(String head) {
		assertProblem(400, "malformed", RawHttp.exchange(this.port, head));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET http://localhost/api/v1/me HTTP/1.1", "GET //api/v1/me HTTP/1.1",
			"GET /..;/api/v1/me HTTP/1.1", "GET /%2e%2e/api/v1/me HTTP/1.1", "GET /../api/v1/me HTTP/1.1",
			"BREW /api/v1/me HTTP/1.1", "TRACE /api/v1/me HTTP/1.1", "OPTIONS * HTTP/1.1", "GET /a%00b HTTP/1.1",
			"GET //evil.example/x HTTP/1.1", "GET /api/v1/me?a=%ff HTTP/1.1" })
	void oddRequestsAreAnsweredWithoutAnError(String line) {
		String answer = RawHttp.exchange(this.port, line, "Host: localhost", "Forwarded: for=\"x;;",
				"X-Forwarded-Host: ,", "X-Forwarded-Port: x", "X-Forwarded-For: nobody", "Connection: close",
				"Authorization: Bearer " + this.token);
		assertThat(RawHttp.status(answer)).as(answer).isBetween(200, 499);
	}

	@Test
	void anAnswerThatIsDueComesBeforeTheRefusalOfTheNextRequest() {
		String answers = RawHttp.exchange(this.port,
				"GET /api/v1/limited HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + this.token + "\r\n",
				"GET /api/v1/limited HTTP/1.1");
		assertThat(answers).startsWith("HTTP/1.1 200").contains("here you are", "HTTP/1.1 400");
		assertThat(answers.indexOf("here you are")).isLessThan(answers.indexOf("HTTP/1.1 400"));
	}

	@Test
	void halfAHeadIsNotWaitedForHoweverSlowlyItComes() {
		try (RawHttp silent = RawHttp.to(this.port); RawHttp slow = RawHttp.to(this.port)) {
			silent.send("GET /api/v1/me HTTP/1.1\r\nHost: loc");
			slow.send("GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
			long begin = System.nanoTime();
			boolean closed = false;
			while (!closed && System.nanoTime() - begin < SOON.toNanos()) {
				try {
					slow.send("a");
					closed = slow.isClosedWithin(Duration.ofMillis(200));
				}
				catch (java.io.UncheckedIOException ex) {
					closed = true;
				}
			}
			assertThat(closed).isTrue();
			assertProblem(408, "request-timed-out", silent.answer(SOON));
		}
	}

	@Test
	void aBodyThatDoesNotComeIsNotWaitedFor(CapturedOutput output) {
		try (RawHttp silent = RawHttp.to(this.port)) {
			silent.send("POST /api/v1/length HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + this.token
					+ "\r\nContent-Type: application/octet-stream\r\nContent-Length: 100\r\n\r\nabc");
			assertProblem(408, "request-timed-out", silent.answer(SOON));
		}
		assertThat(output).doesNotContain("ERROR", "\tat ");
	}

	@Test
	void aBodyThatTricklesEndsToo() throws Exception {
		try (RawHttp slow = RawHttp.to(this.port)) {
			slow.send("POST /api/v1/length HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + this.token
					+ "\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000\r\n\r\n");
			boolean closed = false;
			for (int i = 0; i < 30 && !closed; i++) {
				try {
					slow.send("a");
					closed = slow.isClosedWithin(Duration.ofMillis(300));
				}
				catch (java.io.UncheckedIOException ex) {
					closed = true;
				}
			}
			assertThat(closed).isTrue();
		}
	}

	@Test
	void aConnectionThatDoesNothingIsClosedAndAStreamIsNot() {
		try (RawHttp idle = RawHttp.to(this.port); RawHttp stream = RawHttp.to(this.port)) {
			stream.send("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + this.token
					+ "\r\n\r\n");
			assertThat(idle.isClosedWithin(SOON)).isTrue();
			assertThat(stream.isClosedWithin(Duration.ofSeconds(5))).isFalse();
		}
	}

	@Test
	void connectionsBeyondTheLimitAreClosedAtOnce() {
		List<RawHttp> all = new ArrayList<>();
		try {
			for (int i = 0; i < 80; i++) {
				all.add(RawHttp.to(this.port));
			}
			assertThat(all.getLast().isClosedWithin(Duration.ofSeconds(1))).isTrue();
		}
		finally {
			all.forEach(RawHttp::close);
		}
		org.awaitility.Awaitility.await()
			.untilAsserted(() -> assertThat(RawHttp.status(RawHttp.exchange(this.port, "GET /api/v1/me HTTP/1.1",
					"Host: localhost", "Authorization: Bearer " + this.token, "Connection: close")))
				.isEqualTo(200));
	}

	@Test
	void aClientThatHangsUpIsNoError(CapturedOutput output) throws Exception {
		for (String path : new String[] { "/api/v1/endless", "/api/v1/stream" }) {
			try (RawHttp client = RawHttp.to(this.port)) {
				client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + this.token
						+ "\r\n\r\n");
				client.read(200);
				client.reset();
			}
		}
		try (RawHttp client = RawHttp.to(this.port)) {
			client.send("POST /api/v1/length HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + this.token
					+ "\r\nContent-Length: 100\r\n\r\nabc");
			client.reset();
		}
		org.awaitility.Awaitility.await()
			.during(Duration.ofSeconds(2))
			.atMost(Duration.ofSeconds(4))
			.untilAsserted(() -> assertThat(output).doesNotContain("ERROR", "\tat "));
	}

	private static void assertProblem(int status, String type, String answer) {
		assertThat(RawHttp.status(answer)).as(answer).isEqualTo(status);
		assertThat(RawHttp.header(answer, "Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer).contains("https://vivavoce.org/problems/" + type);
	}

}
